namespace Decidua.Bench.ByHand;

/// <content>Doses, contraindications and what takes the place of heparin.</content>
internal sealed partial class HandAssessment
{
    private void DosesAndDangers()
    {
        ProphylacticDose();
        SplittingTheDailyDose();
        HighProphylacticDose();
        RenalDoseCautions();
        Contraindications();
        HaematologistForABleedingRisk();
        OtherAnticoagulantsWhenHeparinCannotBeGiven();
    }

    private void ProphylacticDose()
    {
        if (w.DosingWeight < 50m) Dose(R.DOS_01, 20, 2500, 3500);
        else if (w.DosingWeight is >= 50m and <= 90m) Dose(R.DOS_02, 40, 5000, 4500);
        else if (w.DosingWeight is > 90m and <= 130m) Dose(R.DOS_03, 60, 7500, 7000);
        else if (w.DosingWeight is > 130m and <= 170m) Dose(R.DOS_04, 80, 10000, 9000);
        else Dose(R.DOS_05, 0.6m * w.DosingWeight, 75m * w.DosingWeight, 75m * w.DosingWeight);
    }

    private void Dose(R row, decimal enoxaparin, decimal dalteparin, decimal tinzaparin)
    {
        (Enoxaparin, Dalteparin, Tinzaparin) = (enoxaparin, dalteparin, tinzaparin);
        Fire(row);
    }

    private void SplittingTheDailyDose()
    {
        if (w.DosingWeight <= 90m) Fire(R.SPL_01);
        else Fire(R.SPL_02);
    }

    private void HighProphylacticDose()
    {
        if (w.DosingWeight < 50m) Fire(R.HPD_01);
        else if (w.DosingWeight is >= 50m and <= 90m) Fire(R.HPD_02);
        else Fire(R.HPD_03);
    }

    private void RenalDoseCautions()
    {
        if (w.CreatinineClearance < 20m) Fire(R.REN_01);
        else if (w.CreatinineClearance is >= 20m and < 30m) Fire(R.REN_02);
        else Fire(R.REN_03);
    }

    private void Contraindications()
    {
        if (w.BleedingDisorder) Fire(R.CI_01);
        if (w.ActiveBleeding is ActiveBleedingIs.Moderate or ActiveBleedingIs.Major) Fire(R.CI_02);
        if (w.PlacentaPraevia) Fire(R.CI_03a);
        if (w.OtherHighBleedingRisk) Fire(R.CI_03b);
        if (w.PlateletCount < 75m) Fire(R.CI_04);
        if (StrokeWithin4Weeks) Fire(R.CI_05);
        if (w.GlomerularFiltrationRate < 30m) Fire(R.CI_06);
        if (w.LiverDiseaseWithProlongedProthrombinTime) Fire(R.CI_07a);
        if (w.OesophagealVarices) Fire(R.CI_07b);
        if (w.SystolicBloodPressure > 200m) Fire(R.CI_08a);
        if (w.DiastolicBloodPressure > 120m) Fire(R.CI_08b);
        if (w.HeparinInducedThrombocytopenia) Fire(R.CI_09a);
        if (w.LMWHAllergy) Fire(R.CI_09b);
        if (w.Coagulopathy) Fire(R.CI_01a);
    }

    private void HaematologistForABleedingRisk()
    {
        if (LMWHContraindicated) Fire(R.MGT_08);
        else Fire(R.MGT_08a);
    }

    private void OtherAnticoagulantsWhenHeparinCannotBeGiven()
    {
        if (w.HeparinInducedThrombocytopenia) Fire(R.CI_09c);
        if (w.HeparinInducedThrombocytopenia) Fire(R.CI_09d);
        if (w.HeparinInducedThrombocytopenia) Fire(R.CI_09e);
        if (w.LMWHAllergy) Fire(R.CI_09f);
        if (w.LMWHAllergy) Fire(R.CI_09g);
        if (w.ActiveBleeding is ActiveBleedingIs.Major) Fire(R.CI_09h);
    }
}
