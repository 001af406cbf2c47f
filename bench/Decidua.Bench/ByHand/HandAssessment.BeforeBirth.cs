namespace Decidua.Bench.ByHand;

/// <content>Prevention before birth, previous clots and thrombophilia.</content>
internal sealed partial class HandAssessment
{
    private void BeforeBirth()
    {
        AntenatalProphylaxis();
        AntenatalAdmission();
        FirstTrimesterRules();
        AdmittedWithHyperemesis();
        PreviousClotAndThrombophiliaBeforeBirth();
        CloseWatchUntil28Weeks();
        ShareOfTheTreatmentDose();
        ThrombosisExpert();
        ThrombosisExpertComorbidityAndSurgery();
        AClotWithoutPapers();
        AClotWithoutPapersStillToBeEntered();
        LongTermOralAnticoagulant();
        ThrombophiliaTests();
    }

    private void AntenatalProphylaxis()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.MGT_00);
        else if (AntenatalScore >= 4) Fire(R.MGT_01);
        else if (AntenatalScore == 3) Fire(R.MGT_02);
        else Fire(R.MGT_03);
    }

    private void AntenatalAdmission()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.MGT_06c);
        else if (!w.AdmittedNow) Fire(R.MGT_06b);
        else if (!w.InLabour) Fire(R.MGT_06);
        else Fire(R.MGT_06a);
    }

    private void FirstTrimesterRules()
    {
        if (w.Phase == PhaseIs.Pregnant && w.OHSSNow && w.Gestation < 98 && AntenatalScore < 7) Fire(R.FT_01);
    }

    private void AdmittedWithHyperemesis()
    {
        if (w.HyperemesisNow && w.AdmittedNow && !w.InLabour && AntenatalScore < 6) Fire(R.FT_03);
    }

    private void PreviousClotAndThrombophiliaBeforeBirth()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.VTE_00a);
        else if (w.PreviousClot != PreviousClotIs.None && w.LongTermOralAnticoagulant) Fire(R.VTE_07);
        else if (w.PreviousClot == PreviousClotIs.None && w.AntithrombinDeficiency) Fire(R.THR_01a);
        else if (w.PreviousClot == PreviousClotIs.None && !w.AntithrombinDeficiency) Fire(R.VTE_00);
        else if (w.PreviousClot != PreviousClotIs.None && w.AntithrombinDeficiency && !w.LongTermOralAnticoagulant) Fire(R.VTE_04);
        else if (w.PreviousClot != PreviousClotIs.None && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies == AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant) Fire(R.VTE_06);
        else if (w.PreviousClot == PreviousClotIs.Recurrent && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant) Fire(R.VTE_10);
        else if (w.PreviousClot is PreviousClotIs.SingleAfterMajorSurgery or PreviousClotIs.SingleUnprovokedOrMinor or PreviousClotIs.SingleOestrogenOrPregnancyRelated && ThrombophiliaRCOG != ThrombophiliaRCOGIs.None && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant) Fire(R.VTE_05);
        else if (w.PreviousClot is PreviousClotIs.SingleUnprovokedOrMinor or PreviousClotIs.SingleOestrogenOrPregnancyRelated && ThrombophiliaRCOG == ThrombophiliaRCOGIs.None && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant) Fire(R.VTE_01);
        else if (w.PreviousClot == PreviousClotIs.SingleAfterMajorSurgery && ThrombophiliaRCOG == ThrombophiliaRCOGIs.None && !w.AntithrombinDeficiency && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent && !w.LongTermOralAnticoagulant && AntenatalScore >= 4) Fire(R.VTE_03);
        else Fire(R.VTE_02);
    }

    private void CloseWatchUntil28Weeks()
    {
        if (w.Phase == PhaseIs.Pregnant && w.PreviousClot == PreviousClotIs.SingleAfterMajorSurgery && !HigherDoseGroup && AntenatalScore < 4 && w.Gestation < 196) Fire(R.VTE_02a);
    }

    private void ShareOfTheTreatmentDose()
    {
        if (HigherDoseGroup) Fire(R.SHR_01);
        else Fire(R.SHR_00);
    }

    private void ThrombosisExpert()
    {
        if (ClotHistoryGroup == ClotHistoryGroupIs.VeryHigh) Fire(R.REF_01);
        else if (ClotHistoryGroup is ClotHistoryGroupIs.Low or ClotHistoryGroupIs.None) Fire(R.REF_00);
        else if (w.Phase != PhaseIs.Postpartum && ClotHistoryGroup == ClotHistoryGroupIs.High) Fire(R.REF_02);
        else if (w.Phase != PhaseIs.Postpartum && ClotHistoryGroup == ClotHistoryGroupIs.Intermediate) Fire(R.REF_03);
        else Fire(R.REF_04);
    }

    private void ThrombosisExpertComorbidityAndSurgery()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.REF_08);
        else if (Comorbidity) Fire(R.REF_05);
        else if (w.SurgeryInThisPregnancy) Fire(R.REF_06);
        else Fire(R.REF_07);
    }

    private void AClotWithoutPapers()
    {
        if (w.UndocumentedClot == UndocumentedClotIs.DoubtfulHistory) Fire(R.VTE_09b);
        else if (w.UndocumentedClot == UndocumentedClotIs.None) Fire(R.VTE_09c);
        else if (w.UndocumentedClot == UndocumentedClotIs.GoodHistory && w.TreatmentOfUndocumentedClot > 60480) Fire(R.VTE_09);
        else Fire(R.VTE_09a);
    }

    private void AClotWithoutPapersStillToBeEntered()
    {
        if (w.PreviousClot != PreviousClotIs.None) Fire(R.VTE_09g);
        else if (w.UndocumentedClot != UndocumentedClotIs.GoodHistory) Fire(R.VTE_09f);
        else if (w.TreatmentOfUndocumentedClot > 60480) Fire(R.VTE_09d);
        else Fire(R.VTE_09e);
    }

    private void LongTermOralAnticoagulant()
    {
        if (w.Phase == PhaseIs.Postpartum) Fire(R.OAC_06);
        else if (w.Phase == PhaseIs.Pregnant && !w.LongTermOralAnticoagulant) Fire(R.OAC_03);
        else if (w.Phase is PhaseIs.FertilityTreatment or PhaseIs.NotPregnant && w.LongTermOralAnticoagulant) Fire(R.OAC_04);
        else if (w.Phase is PhaseIs.FertilityTreatment or PhaseIs.NotPregnant && !w.LongTermOralAnticoagulant) Fire(R.OAC_05);
        else if (w.Phase == PhaseIs.Pregnant && w.PreviousClot == PreviousClotIs.None && w.LongTermOralAnticoagulant) Fire(R.OAC_07);
        else if (w.Phase == PhaseIs.Pregnant && w.PreviousClot != PreviousClotIs.None && w.LongTermOralAnticoagulant && w.Gestation < 42) Fire(R.OAC_01);
        else Fire(R.OAC_02);
    }

    private void ThrombophiliaTests()
    {
        if (w.PreviousClot == PreviousClotIs.None && w.FamilyHistoryOfClots == FamilyHistoryOfClotsIs.FirstDegreeUnprovokedOrOestrogenRelated && w.AgeOfRelativeAtClot < 50 && ThrombophiliaRCOG == ThrombophiliaRCOGIs.None) Fire(R.THR_05a);
        if (w.PreviousClot != PreviousClotIs.None && w.FamilyHistoryOfClots is FamilyHistoryOfClotsIs.FirstDegreeUnprovokedOrOestrogenRelated or FamilyHistoryOfClotsIs.FirstDegreeProvoked && ThrombophiliaRCOG == ThrombophiliaRCOGIs.None) Fire(R.THR_05b);
        if (w.PreviousClot == PreviousClotIs.SingleUnprovokedOrMinor && w.AntiphospholipidAntibodies != AntiphospholipidAntibodiesIs.Persistent) Fire(R.THR_05c);
    }
}
