namespace Decidua.Bench.ByHand;

/// <content>Tiers, factor counts and the other groups that the rows of advice ask for.</content>
internal sealed partial class HandAssessment
{
    private void Groups()
    {
        DecideAntenatalTier();
        DecideAntenatalFactorCount();
        DecideAntenatalFactorCountDehydrationOrHyperemesis();
        DecidePostnatalTier();
        DecidePostnatalFactorCount();
        DecidePostnatalFactorCountLongStayOrReadmission();
        DecideClotHistoryGroup();
        DecideHigherDoseGroup();
        DecideLMWHIndicated();
        DecideStrokeWithin4Weeks();
        DecideLMWHContraindicated();
        DecideHighHaemorrhageRisk();
        DecideVeryHighRiskAfterCaesarean();
    }

    private void DecideAntenatalTier()
    {
        if (w.PreviousClot is PreviousClotIs.SingleUnprovokedOrMinor or PreviousClotIs.SingleOestrogenOrPregnancyRelated or PreviousClotIs.Recurrent) { AntenatalTier = AntenatalTierIs.High; Fire(R.ATI_01); }
        else if (w.PreviousClot == PreviousClotIs.SingleAfterMajorSurgery) { AntenatalTier = AntenatalTierIs.Intermediate; Fire(R.ATI_02); }
        else if (w.AdmittedNow) { AntenatalTier = AntenatalTierIs.Intermediate; Fire(R.ATI_03); }
        else if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.HighRisk) { AntenatalTier = AntenatalTierIs.Intermediate; Fire(R.ATI_04); }
        else if (Comorbidity) { AntenatalTier = AntenatalTierIs.Intermediate; Fire(R.ATI_05); }
        else if (w.SurgeryInThisPregnancy) { AntenatalTier = AntenatalTierIs.Intermediate; Fire(R.ATI_06); }
        else if (OHSSInTheFirstTrimester) { AntenatalTier = AntenatalTierIs.Intermediate; Fire(R.ATI_07); }
        else { AntenatalTier = AntenatalTierIs.Lower; Fire(R.ATI_00); }
    }

    private void DecideAntenatalFactorCount()
    {
        if (w.BookingBMI >= 30m) AntenatalFactorCount += Fire(R.ACT_01, 1);
        if (w.Age > 35) AntenatalFactorCount += Fire(R.ACT_02, 1);
        if (w.Parity >= 3) AntenatalFactorCount += Fire(R.ACT_03, 1);
        if (w.Smoker) AntenatalFactorCount += Fire(R.ACT_04, 1);
        if (w.GrossVaricoseVeins) AntenatalFactorCount += Fire(R.ACT_05, 1);
        if (w.PreEclampsia) AntenatalFactorCount += Fire(R.ACT_06, 1);
        if (Immobility) AntenatalFactorCount += Fire(R.ACT_07, 1);
        if (w.FamilyHistoryOfClots == FamilyHistoryOfClotsIs.FirstDegreeUnprovokedOrOestrogenRelated) AntenatalFactorCount += Fire(R.ACT_08, 1);
        if (CountedLowRiskThrombophilia) AntenatalFactorCount += Fire(R.ACT_09, 1);
        if (w.MultiplePregnancy) AntenatalFactorCount += Fire(R.ACT_10, 1);
        if (w.AssistedConception) AntenatalFactorCount += Fire(R.ACT_11, 1);
        if (w.SystemicInfection) AntenatalFactorCount += Fire(R.ACT_12, 1);
        if (w.LongestJourney > 240) AntenatalFactorCount += Fire(R.ACT_13, 1);
    }

    private void DecideAntenatalFactorCountDehydrationOrHyperemesis()
    {
        if (w.Dehydration) AntenatalFactorCount += Fire(R.ACT_14a, 1);
        if (!w.Dehydration && w.HyperemesisNow) AntenatalFactorCount += Fire(R.ACT_14b, 1);
    }

    private void DecidePostnatalTier()
    {
        if (w.PreviousClot != PreviousClotIs.None) { PostnatalTier = PostnatalTierIs.High; Fire(R.TIER_01); }
        else if (w.AntenatalLMWH == AntenatalLMWHIs.IndicatedThroughoutOrFrom28Weeks) { PostnatalTier = PostnatalTierIs.High; Fire(R.TIER_02); }
        else if (ThrombophiliaRCOG == ThrombophiliaRCOGIs.HighRisk) { PostnatalTier = PostnatalTierIs.High; Fire(R.TIER_03); }
        else if (LowRiskThrombophiliaWithFamilyHistory) { PostnatalTier = PostnatalTierIs.High; Fire(R.TIER_04); }
        else if (w.ModeOfBirth == ModeOfBirthIs.CaesareanInLabour) { PostnatalTier = PostnatalTierIs.Intermediate; Fire(R.TIER_05); }
        else if (w.BookingBMI >= 40m) { PostnatalTier = PostnatalTierIs.Intermediate; Fire(R.TIER_06); }
        else if (w.ReadmittedAfterBirth) { PostnatalTier = PostnatalTierIs.Intermediate; Fire(R.TIER_07); }
        else if (w.PostnatalHospitalStay >= 4320) { PostnatalTier = PostnatalTierIs.Intermediate; Fire(R.TIER_08); }
        else if (w.SurgerySinceTheBirth) { PostnatalTier = PostnatalTierIs.Intermediate; Fire(R.TIER_09); }
        else if (Comorbidity) { PostnatalTier = PostnatalTierIs.Intermediate; Fire(R.TIER_10); }
        else { PostnatalTier = PostnatalTierIs.Lower; Fire(R.TIER_00); }
    }

    private void DecidePostnatalFactorCount()
    {
        if (w.Age > 35) PostnatalFactorCount += Fire(R.PCT_01, 1);
        if (w.BookingBMI >= 30m) PostnatalFactorCount += Fire(R.PCT_02, 1);
        if (w.Parity >= 3) PostnatalFactorCount += Fire(R.PCT_03, 1);
        if (w.Smoker) PostnatalFactorCount += Fire(R.PCT_04, 1);
        if (w.ModeOfBirth == ModeOfBirthIs.ElectiveCaesarean) PostnatalFactorCount += Fire(R.PCT_05, 1);
        if (w.FamilyHistoryOfClots == FamilyHistoryOfClotsIs.FirstDegreeUnprovokedOrOestrogenRelated) PostnatalFactorCount += Fire(R.PCT_06, 1);
        if (CountedLowRiskThrombophilia) PostnatalFactorCount += Fire(R.PCT_07, 1);
        if (w.GrossVaricoseVeins) PostnatalFactorCount += Fire(R.PCT_08, 1);
        if (w.SystemicInfection) PostnatalFactorCount += Fire(R.PCT_09, 1);
        if (Immobility) PostnatalFactorCount += Fire(R.PCT_10, 1);
        if (w.PreEclampsia) PostnatalFactorCount += Fire(R.PCT_11, 1);
        if (w.MultiplePregnancy) PostnatalFactorCount += Fire(R.PCT_12, 1);
        if (w.GestationAtBirth < 259) PostnatalFactorCount += Fire(R.PCT_13, 1);
        if (w.Stillbirth) PostnatalFactorCount += Fire(R.PCT_14, 1);
        if (w.ModeOfBirth == ModeOfBirthIs.MidCavityOrRotational) PostnatalFactorCount += Fire(R.PCT_15, 1);
        if (w.LabourDuration > 1440) PostnatalFactorCount += Fire(R.PCT_16, 1);
        if (PostpartumHaemorrhage) PostnatalFactorCount += Fire(R.PCT_17, 1);
        if (w.ModeOfBirth == ModeOfBirthIs.CaesareanInLabour) PostnatalFactorCount += Fire(R.PCT_18, 1);
        if (w.SurgerySinceTheBirth) PostnatalFactorCount += Fire(R.PCT_19, 1);
        if (Comorbidity) PostnatalFactorCount += Fire(R.PCT_20, 1);
    }

    private void DecidePostnatalFactorCountLongStayOrReadmission()
    {
        if (w.PostnatalHospitalStay >= 4320) PostnatalFactorCount += Fire(R.PCT_21a, 1);
        if (w.PostnatalHospitalStay < 4320 && w.ReadmittedAfterBirth) PostnatalFactorCount += Fire(R.PCT_21b, 1);
    }

    private void DecideClotHistoryGroup()
    {
        if (w.PreviousClot != PreviousClotIs.None && w.LongTermOralAnticoagulant) { ClotHistoryGroup = ClotHistoryGroupIs.VeryHigh; Fire(R.AIV_01); }
        else if (w.PreviousClot == PreviousClotIs.None && w.AntithrombinDeficiency) { ClotHistoryGroup = ClotHistoryGroupIs.VeryHigh; Fire(R.AIV_02b); }
        else if (w.PreviousClot != PreviousClotIs.None && w.AntithrombinDeficiency && !w.LongTermOralAnticoagulant) { ClotHistoryGroup = ClotHistoryGroupIs.VeryHigh; Fire(R.AIV_02a); }
        else if (w.PreviousClot == PreviousClotIs.None && ThrombophiliaRCOG == ThrombophiliaRCOGIs.HighRisk && !w.AntithrombinDeficiency) { ClotHistoryGroup = ClotHistoryGroupIs.Intermediate; Fire(R.AIV_06); }
        else if (w.PreviousClot == PreviousClotIs.None && ThrombophiliaRCOG == ThrombophiliaRCOGIs.LowRisk && !w.AntithrombinDeficiency) { ClotHistoryGroup = ClotHistoryGroupIs.Low; Fire(R.AIV_07); }
        else if (w.PreviousClot != PreviousClotIs.None && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies == AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant) { ClotHistoryGroup = ClotHistoryGroupIs.VeryHigh; Fire(R.AIV_03); }
        else if (w.PreviousClot is PreviousClotIs.SingleUnprovokedOrMinor or PreviousClotIs.SingleOestrogenOrPregnancyRelated or PreviousClotIs.Recurrent && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant) { ClotHistoryGroup = ClotHistoryGroupIs.High; Fire(R.AIV_04); }
        else if (w.PreviousClot == PreviousClotIs.SingleAfterMajorSurgery && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant) { ClotHistoryGroup = ClotHistoryGroupIs.Intermediate; Fire(R.AIV_05); }
        else if (w.PreviousClot == PreviousClotIs.None && ThrombophiliaRCOG == ThrombophiliaRCOGIs.None && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies == AntiphospholipidAntibodiesIs.Persistent) { ClotHistoryGroup = ClotHistoryGroupIs.Low; Fire(R.AIV_08); }
        else { ClotHistoryGroup = ClotHistoryGroupIs.None; Fire(R.AIV_00); }
    }

    private void DecideHigherDoseGroup()
    {
        if (w.PreviousClot == PreviousClotIs.None) Fire(R.HDG_00);
        else if (w.LongTermOralAnticoagulant) { HigherDoseGroup = true; Fire(R.HDG_04); }
        else if (w.AntithrombinDeficiency) { HigherDoseGroup = true; Fire(R.HDG_02); }
        else if (w.PreviousClot == PreviousClotIs.Recurrent && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent) { HigherDoseGroup = true; Fire(R.HDG_01); }
        else if (w.AntiphospholipidAntibodies == AntiphospholipidAntibodiesIs.Persistent) { HigherDoseGroup = true; Fire(R.HDG_03); }
        else Fire(R.HDG_05);
    }

    private void DecideLMWHIndicated()
    {
        if (w.Phase is PhaseIs.NotPregnant or PhaseIs.FertilityTreatment) Fire(R.IND_00);
        else if (w.Phase == PhaseIs.Pregnant && AntenatalScore >= 3) { LMWHIndicated = true; Fire(R.IND_01); }
        else if (w.Phase == PhaseIs.Postpartum && PostnatalTier != PostnatalTierIs.Lower) { LMWHIndicated = true; Fire(R.IND_03); }
        else if (w.Phase == PhaseIs.Pregnant && AntenatalScore < 3 && w.AdmittedNow) { LMWHIndicated = true; Fire(R.IND_02); }
        else if (w.Phase == PhaseIs.Pregnant && AntenatalScore < 3 && !w.AdmittedNow) Fire(R.IND_02a);
        else if (w.Phase == PhaseIs.Postpartum && PostnatalTier == PostnatalTierIs.Lower && PostnatalScore >= 2) { LMWHIndicated = true; Fire(R.IND_04); }
        else Fire(R.IND_04a);
    }

    private void DecideStrokeWithin4Weeks()
    {
        if (!w.PreviousStroke) Fire(R.STR_03);
        else if (w.TimeSinceStroke <= 40320) { StrokeWithin4Weeks = true; Fire(R.STR_01); }
        else Fire(R.STR_02);
    }

    private void DecideLMWHContraindicated()
    {
        if (w.BleedingDisorder) { LMWHContraindicated = true; Fire(R.LCI_01); }
        else if (w.ActiveBleeding is ActiveBleedingIs.Moderate or ActiveBleedingIs.Major) { LMWHContraindicated = true; Fire(R.LCI_02); }
        else if (w.PlacentaPraevia) { LMWHContraindicated = true; Fire(R.LCI_03a); }
        else if (w.OtherHighBleedingRisk) { LMWHContraindicated = true; Fire(R.LCI_03b); }
        else if (w.PlateletCount < 75m) { LMWHContraindicated = true; Fire(R.LCI_04); }
        else if (StrokeWithin4Weeks) { LMWHContraindicated = true; Fire(R.LCI_05); }
        else if (w.GlomerularFiltrationRate < 30m) { LMWHContraindicated = true; Fire(R.LCI_06); }
        else if (w.LiverDiseaseWithProlongedProthrombinTime) { LMWHContraindicated = true; Fire(R.LCI_07a); }
        else if (w.OesophagealVarices) { LMWHContraindicated = true; Fire(R.LCI_07b); }
        else if (w.SystolicBloodPressure > 200m) { LMWHContraindicated = true; Fire(R.LCI_08a); }
        else if (w.DiastolicBloodPressure > 120m) { LMWHContraindicated = true; Fire(R.LCI_08b); }
        else if (w.HeparinInducedThrombocytopenia) { LMWHContraindicated = true; Fire(R.LCI_09a); }
        else if (w.LMWHAllergy) { LMWHContraindicated = true; Fire(R.LCI_09b); }
        else if (w.Coagulopathy) { LMWHContraindicated = true; Fire(R.LCI_01a); }
        else Fire(R.LCI_00);
    }

    private void DecideHighHaemorrhageRisk()
    {
        if (w.ActiveBleeding == ActiveBleedingIs.Major) { HighHaemorrhageRisk = true; Fire(R.HHR_01); }
        else if (w.Coagulopathy) { HighHaemorrhageRisk = true; Fire(R.HHR_02); }
        else if (w.WoundHaematoma) { HighHaemorrhageRisk = true; Fire(R.HHR_03); }
        else if (w.SuspectedIntraAbdominalBleeding) { HighHaemorrhageRisk = true; Fire(R.HHR_04); }
        else if (PostpartumHaemorrhage) { HighHaemorrhageRisk = true; Fire(R.HHR_05); }
        else Fire(R.HHR_00);
    }

    private void DecideVeryHighRiskAfterCaesarean()
    {
        if (w.PreviousClot != PreviousClotIs.None) { VeryHighRiskAfterCaesarean = true; Fire(R.VHC_01); }
        else if (AntenatalFactorCount > 4) { VeryHighRiskAfterCaesarean = true; Fire(R.VHC_02); }
        else if (PostnatalFactorCount > 2) { VeryHighRiskAfterCaesarean = true; Fire(R.VHC_03); }
        else Fire(R.VHC_00);
    }
}
