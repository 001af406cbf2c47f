namespace Decidua.Bench.ByHand;

/// <content>The small groups of facts and the scores made of them.</content>
internal sealed partial class HandAssessment
{
    private void Scores()
    {
        DecideComorbidity();
        DecideImmobility();
        DecideImmobilityOrDehydration();
        DecideClassOfAThrombophilia();
        DecideLowRiskThrombophiliaThatCounts();
        DecideHyperstimulationInTheFirstTrimester();
        DecidePostpartumHaemorrhageThatCounts();
        DecideSurgeryThatCountsAfterBirth();
        DecideLowRiskThrombophiliaAndFamilyHistory();
        DecideAntenatalScore();
        DecideAntenatalScoreFirstTrimesterOnly();
        DecideAntenatalScoreAntiphospholipidAntibodies();
        DecidePostnatalScore();
        DecideExtraPointsInPrinting1();
        DecideFactorsWithoutALineInTheScore();
    }

    private void DecideComorbidity()
    {
        if (w.Cancer) { Comorbidity = true; Fire(R.CMB_01); }
        else if (w.HeartFailure) { Comorbidity = true; Fire(R.CMB_02); }
        else if (w.ActiveLupus) { Comorbidity = true; Fire(R.CMB_03); }
        else if (w.ActiveInflammatoryPolyarthropathy) { Comorbidity = true; Fire(R.CMB_04); }
        else if (w.ActiveInflammatoryBowelDisease) { Comorbidity = true; Fire(R.CMB_05); }
        else if (w.NephroticSyndrome) { Comorbidity = true; Fire(R.CMB_06); }
        else if (w.Type1DiabetesWithNephropathy) { Comorbidity = true; Fire(R.CMB_07); }
        else if (w.SickleCellDisease) { Comorbidity = true; Fire(R.CMB_08); }
        else if (w.IntravenousDrugUse) { Comorbidity = true; Fire(R.CMB_09); }
        else Fire(R.CMB_00);
    }

    private void DecideImmobility()
    {
        if (w.BedRest >= 4320) { Immobility = true; Fire(R.IMM_01); }
        else if (w.Paraplegia) { Immobility = true; Fire(R.IMM_02); }
        else if (w.PelvicGirdlePainLimitingMobility) { Immobility = true; Fire(R.IMM_03); }
        else Fire(R.IMM_00);
    }

    private void DecideImmobilityOrDehydration()
    {
        if (Immobility) { ImmobilityOrDehydration = true; Fire(R.IMD_01); }
        else if (w.Dehydration) { ImmobilityOrDehydration = true; Fire(R.IMD_02); }
        else Fire(R.IMD_00);
    }

    private void DecideClassOfAThrombophilia()
    {
        if (w.AntithrombinDeficiency) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.HighRisk; Fire(R.CLS_01); }
        else if (w.ProteinCDeficiency) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.HighRisk; Fire(R.CLS_02); }
        else if (w.ProteinSDeficiency) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.HighRisk; Fire(R.CLS_03); }
        else if (w.FactorVLeiden == FactorVLeidenIs.TwoCopies) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.HighRisk; Fire(R.CLS_04); }
        else if (w.ProthrombinVariant == ProthrombinVariantIs.TwoCopies) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.HighRisk; Fire(R.CLS_05); }
        else if (w.ThrombophiliaClassRCOG == ThrombophiliaClassRCOGIs.HighRisk) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.HighRisk; Fire(R.CLS_06); }
        else if (w.ThrombophiliaClassRCOG != ThrombophiliaClassRCOGIs.None) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.LowRisk; Fire(R.CLS_07); }
        else if (w.FactorVLeiden == FactorVLeidenIs.OneCopy && w.ProthrombinVariant == ProthrombinVariantIs.OneCopy) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.HighRisk; Fire(R.CLS_08); }
        else if (w.FactorVLeiden != FactorVLeidenIs.None) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.LowRisk; Fire(R.CLS_09); }
        else if (w.ProthrombinVariant != ProthrombinVariantIs.None) { ThrombophiliaRCOG = ThrombophiliaRCOGIs.LowRisk; Fire(R.CLS_10); }
        else { ThrombophiliaRCOG = ThrombophiliaRCOGIs.None; Fire(R.CLS_00); }
    }

    private void DecideLowRiskThrombophiliaThatCounts()
    {
        if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.LowRisk) { CountedLowRiskThrombophilia = true; Fire(R.LRT_01); }
        else if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.HighRisk) Fire(R.LRT_04);
        else if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.None && w.AntiphospholipidAntibodies == AntiphospholipidAntibodiesIs.Persistent) { CountedLowRiskThrombophilia = true; Fire(R.LRT_02); }
        else Fire(R.LRT_03);
    }

    private void DecideHyperstimulationInTheFirstTrimester()
    {
        if (!w.OHSSNow) Fire(R.OHT_03);
        else if (w.Gestation < 98) { OHSSInTheFirstTrimester = true; Fire(R.OHT_01); }
        else Fire(R.OHT_02);
    }

    private void DecidePostpartumHaemorrhageThatCounts()
    {
        if (w.BloodLossAtBirth > 1000m) { PostpartumHaemorrhage = true; Fire(R.PPH_01); }
        else if (w.TransfusionAfterBirth) { PostpartumHaemorrhage = true; Fire(R.PPH_02); }
        else Fire(R.PPH_00);
    }

    private void DecideSurgeryThatCountsAfterBirth()
    {
        if (w.SurgeryInThisPregnancy) { SurgeryInPregnancyOrAfterBirth = true; Fire(R.SUR_01); }
        else if (w.SurgerySinceTheBirth) { SurgeryInPregnancyOrAfterBirth = true; Fire(R.SUR_02); }
        else Fire(R.SUR_00);
    }

    private void DecideLowRiskThrombophiliaAndFamilyHistory()
    {
        if (!CountedLowRiskThrombophilia) Fire(R.LFH_04);
        else if (w.FamilyHistoryOfClots == FamilyHistoryOfClotsIs.FirstDegreeUnprovokedOrOestrogenRelated) { LowRiskThrombophiliaWithFamilyHistory = true; Fire(R.LFH_01); }
        else if (w.FamilyHistoryOfClots == FamilyHistoryOfClotsIs.FirstDegreeProvoked) { LowRiskThrombophiliaWithFamilyHistory = true; Fire(R.LFH_02); }
        else Fire(R.LFH_03);
    }

    private void DecideAntenatalScore()
    {
        if (w.PreviousClot is PreviousClotIs.SingleUnprovokedOrMinor or PreviousClotIs.SingleOestrogenOrPregnancyRelated or PreviousClotIs.Recurrent) AntenatalScore += Fire(R.PRE_01, 4);
        if (w.PreviousClot == PreviousClotIs.SingleAfterMajorSurgery) AntenatalScore += Fire(R.PRE_02, 3);
        if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.HighRisk) AntenatalScore += Fire(R.PRE_03, 3);
        if (Comorbidity) AntenatalScore += Fire(R.PRE_04, 3);
        if (w.FamilyHistoryOfClots == FamilyHistoryOfClotsIs.FirstDegreeUnprovokedOrOestrogenRelated) AntenatalScore += Fire(R.PRE_05, 1);
        if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.LowRisk) AntenatalScore += Fire(R.PRE_06, 1);
        if (w.Age > 35) AntenatalScore += Fire(R.PRE_07, 1);
        if (w.BookingBMI is >= 30m and < 40m) AntenatalScore += Fire(R.PRE_08a, 1);
        if (w.BookingBMI >= 40m) AntenatalScore += Fire(R.PRE_08b, 2);
        if (w.Parity >= 3) AntenatalScore += Fire(R.PRE_09, 1);
        if (w.Smoker) AntenatalScore += Fire(R.PRE_10, 1);
        if (w.GrossVaricoseVeins) AntenatalScore += Fire(R.PRE_11, 1);
        if (w.PreEclampsia) AntenatalScore += Fire(R.OBS_01, 1);
        if (w.AssistedConception) AntenatalScore += Fire(R.OBS_02, 1);
        if (w.MultiplePregnancy) AntenatalScore += Fire(R.OBS_03, 1);
        if (w.SurgeryInThisPregnancy) AntenatalScore += Fire(R.TRA_01, 3);
        if (w.HyperemesisNow) AntenatalScore += Fire(R.TRA_02, 3);
        if (w.SystemicInfection) AntenatalScore += Fire(R.TRA_04, 1);
        if (ImmobilityOrDehydration) AntenatalScore += Fire(R.TRA_05, 1);
    }

    private void DecideAntenatalScoreFirstTrimesterOnly()
    {
        if (w.OHSSNow && w.Gestation < 98) AntenatalScore += Fire(R.TRA_03, 4);
    }

    private void DecideAntenatalScoreAntiphospholipidAntibodies()
    {
        if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.None && w.AntiphospholipidAntibodies == AntiphospholipidAntibodiesIs.Persistent) AntenatalScore += Fire(R.THR_02, 1);
    }

    private void DecidePostnatalScore()
    {
        if (w.PreviousClot is PreviousClotIs.SingleUnprovokedOrMinor or PreviousClotIs.SingleOestrogenOrPregnancyRelated or PreviousClotIs.Recurrent) PostnatalScore += Fire(R.PN_PRE_01, 4);
        if (w.PreviousClot == PreviousClotIs.SingleAfterMajorSurgery) PostnatalScore += Fire(R.PN_PRE_02, 3);
        if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.HighRisk) PostnatalScore += Fire(R.PN_PRE_03, 3);
        if (Comorbidity) PostnatalScore += Fire(R.PN_PRE_04, 3);
        if (w.FamilyHistoryOfClots == FamilyHistoryOfClotsIs.FirstDegreeUnprovokedOrOestrogenRelated) PostnatalScore += Fire(R.PN_PRE_05, 1);
        if (CountedLowRiskThrombophilia) PostnatalScore += Fire(R.PN_PRE_06, 1);
        if (w.Age > 35) PostnatalScore += Fire(R.PN_PRE_07, 1);
        if (w.BookingBMI is >= 30m and < 40m) PostnatalScore += Fire(R.PN_PRE_08a, 1);
        if (w.BookingBMI >= 40m) PostnatalScore += Fire(R.PN_PRE_08b, 2);
        if (w.Parity >= 3) PostnatalScore += Fire(R.PN_PRE_09, 1);
        if (w.Smoker) PostnatalScore += Fire(R.PN_PRE_10, 1);
        if (w.GrossVaricoseVeins) PostnatalScore += Fire(R.PN_PRE_11, 1);
        if (w.PreEclampsia) PostnatalScore += Fire(R.PN_OBS_01, 1);
        if (w.MultiplePregnancy) PostnatalScore += Fire(R.PN_OBS_03, 1);
        if (w.ModeOfBirth == ModeOfBirthIs.CaesareanInLabour) PostnatalScore += Fire(R.PN_OBS_04, 2);
        if (w.ModeOfBirth == ModeOfBirthIs.ElectiveCaesarean) PostnatalScore += Fire(R.PN_OBS_05, 1);
        if (w.ModeOfBirth == ModeOfBirthIs.MidCavityOrRotational) PostnatalScore += Fire(R.PN_OBS_06, 1);
        if (w.LabourDuration > 1440) PostnatalScore += Fire(R.PN_OBS_07, 1);
        if (PostpartumHaemorrhage) PostnatalScore += Fire(R.PN_OBS_08, 1);
        if (w.GestationAtBirth < 259) PostnatalScore += Fire(R.PN_OBS_09, 1);
        if (w.Stillbirth) PostnatalScore += Fire(R.PN_OBS_10, 1);
        if (SurgeryInPregnancyOrAfterBirth) PostnatalScore += Fire(R.PN_TRA_01, 3);
        if (w.SystemicInfection) PostnatalScore += Fire(R.PN_TRA_04, 1);
        if (ImmobilityOrDehydration) PostnatalScore += Fire(R.PN_TRA_05, 1);
    }

    private void DecideExtraPointsInPrinting1()
    {
        if (!w.Dehydration) Fire(R.PR1_00);
        else if (w.HyperemesisNow) Fire(R.PR1_03);
        else if (!Immobility) { ExtraPointsInPrinting1 = 2; Fire(R.PR1_01); }
        else { ExtraPointsInPrinting1 = 3; Fire(R.PR1_02); }
    }

    private void DecideFactorsWithoutALineInTheScore()
    {
        if (w.LongestJourney > 240) UnscoredFactors += Fire(R.UNS_01, 1);
        if (w.BoneFracture) UnscoredFactors += Fire(R.UNS_02, 1);
    }
}
