namespace Decidua.Bench.ByHand;

/// <content>Prevention after birth and its length.</content>
internal sealed partial class HandAssessment
{
    private void AfterBirth()
    {
        PostnatalProphylaxis();
        AfterBirthInTheHigherDoseGroup();
        Caesarean();
        ObesityAfterBirth();
        LongStayOrReadmission();
        BeyondTenDays();
        BeyondTenDaysMoreThanThreeFactors();
        AShortAntenatalCourse();
    }

    private void PostnatalProphylaxis()
    {
        if (w.Phase != PhaseIs.Postpartum) Fire(R.MGT_04a);
        else if (PostnatalTier == PostnatalTierIs.High) Fire(R.PN_01a);
        else if (PostnatalTier == PostnatalTierIs.Intermediate) Fire(R.PN_01b);
        else if (PostnatalTier == PostnatalTierIs.Lower && PostnatalScore >= 2) Fire(R.MGT_04);
        else Fire(R.MGT_05);
    }

    private void AfterBirthInTheHigherDoseGroup()
    {
        if (w.Phase != PhaseIs.Postpartum) Fire(R.PN_05b);
        else if (HigherDoseGroup) Fire(R.PN_05);
        else Fire(R.PN_05a);
    }

    private void Caesarean()
    {
        if (w.ModeOfBirth == ModeOfBirthIs.CaesareanInLabour) Fire(R.PN_03a);
        else if (w.ModeOfBirth is ModeOfBirthIs.NotYet or ModeOfBirthIs.Vaginal or ModeOfBirthIs.LowInstrumental or ModeOfBirthIs.MidCavityOrRotational) Fire(R.PN_03d);
        else if (w.ModeOfBirth == ModeOfBirthIs.ElectiveCaesarean && PostnatalScore >= 2) Fire(R.PN_03b);
        else Fire(R.PN_03c);
    }

    private void ObesityAfterBirth()
    {
        if (w.BookingBMI >= 40m) Fire(R.PN_04);
        else Fire(R.PN_04a);
    }

    private void LongStayOrReadmission()
    {
        if (w.Phase != PhaseIs.Postpartum) Fire(R.MGT_07d);
        else if (w.PostnatalHospitalStay >= 4320) Fire(R.MGT_07a);
        else if (w.PostnatalHospitalStay < 4320 && w.ReadmittedAfterBirth) Fire(R.MGT_07b);
        else Fire(R.MGT_07c);
    }

    private void BeyondTenDays()
    {
        if (w.Phase == PhaseIs.Postpartum && PostnatalTier == PostnatalTierIs.Intermediate && w.FactorsPersistBeyond10Days) Fire(R.PN_02a);
        if (w.Phase == PhaseIs.Postpartum && PostnatalTier == PostnatalTierIs.Lower && PostnatalScore >= 2 && w.FactorsPersistBeyond10Days) Fire(R.PN_02b);
    }

    private void BeyondTenDaysMoreThanThreeFactors()
    {
        if (w.Phase == PhaseIs.Postpartum && PostnatalTier != PostnatalTierIs.High && PostnatalFactorCount > 3) Fire(R.PN_02c);
    }

    private void AShortAntenatalCourse()
    {
        if (w.Phase != PhaseIs.Postpartum) Fire(R.PN_06b);
        else if (w.AntenatalLMWH == AntenatalLMWHIs.ShortCourseOnAdmissionOnly) Fire(R.PN_06);
        else Fire(R.PN_06a);
    }
}
