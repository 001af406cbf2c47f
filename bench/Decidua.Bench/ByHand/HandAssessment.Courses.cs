namespace Decidua.Bench.ByHand;

/// <content>Assessing again, and the courses of the other appendices and printing.</content>
internal sealed partial class HandAssessment
{
    private void Courses()
    {
        ReAssessmentPoints();
        BeforeBirthByAppendixI();
        AfterBirthByAppendixI();
        BeforeBirthByPrinting1();
    }

    private void ReAssessmentPoints()
    {
        if (w.Phase != PhaseIs.Postpartum) Fire(R.ASM_01);
        if (w.Phase is PhaseIs.Pregnant or PhaseIs.Postpartum && w.AdmittedNow) Fire(R.ASM_02);
        if (w.Phase == PhaseIs.Pregnant) Fire(R.ASM_03a);
        if (w.Phase == PhaseIs.Postpartum) Fire(R.ASM_03b);
        if (w.Phase == PhaseIs.Postpartum) Fire(R.ASM_04);
    }

    private void BeforeBirthByAppendixI()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.API_00);
        else if (AntenatalTier == AntenatalTierIs.High) Fire(R.API_01);
        else if (AntenatalTier == AntenatalTierIs.Intermediate) Fire(R.API_02);
        else if (AntenatalTier == AntenatalTierIs.Lower && AntenatalFactorCount >= 4) Fire(R.CNT_01);
        else if (AntenatalTier == AntenatalTierIs.Lower && AntenatalFactorCount == 3) Fire(R.CNT_02);
        else if (AntenatalTier == AntenatalTierIs.Lower && AntenatalFactorCount == 2) Fire(R.CNT_03);
        else Fire(R.CNT_04);
    }

    private void AfterBirthByAppendixI()
    {
        if (w.Phase != PhaseIs.Postpartum) Fire(R.APP_00);
        else if (PostnatalTier == PostnatalTierIs.High) Fire(R.APP_01);
        else if (PostnatalTier == PostnatalTierIs.Intermediate) Fire(R.APP_02);
        else if (PostnatalTier == PostnatalTierIs.Lower && PostnatalFactorCount >= 2) Fire(R.APP_03);
        else Fire(R.APP_04);
    }

    private void BeforeBirthByPrinting1()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.PR1_15);
        else if (ExtraPointsInPrinting1 == 0) Fire(R.PR1_10);
        else if (ExtraPointsInPrinting1 is >= 1 and <= 2 && AntenatalScore < 2) Fire(R.PR1_11);
        else if (ExtraPointsInPrinting1 is >= 1 and <= 2 && AntenatalScore is >= 2 and <= 3) Fire(R.PR1_12);
        else if (ExtraPointsInPrinting1 == 3 && AntenatalScore < 4) Fire(R.PR1_13);
        else Fire(R.PR1_14);
    }
}
