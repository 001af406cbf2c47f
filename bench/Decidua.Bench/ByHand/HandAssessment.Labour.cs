namespace Decidua.Bench.ByHand;

/// <content>Labour, regional block, caesarean and what follows.</content>
internal sealed partial class HandAssessment
{
    private void Labour()
    {
        LabourAndBleeding();
        HighRiskOfBleeding();
        PainReliefInLabourSoonAfterADose();
        NeuraxialBlock();
        NeuraxialBlockNow();
        CatheterOutNow();
        LMWHAfterNeedleOrCatheter();
        FirstDoseAfterBirth();
        PlannedCaesareanOnLMWH();
        MorningOfAPlannedCaesarean();
        UnfractionatedHeparinAroundBirth();
        UnfractionatedHeparinDoseAndBlock();
        BlockAfterDanaparoidOrFondaparinux();
        Stockings();
        Aspirin();
        Warfarin();
        DirectOralAnticoagulants();
        Dextran();
        PlateletCountsOnLMWH();
        PlateletCountsOnUnfractionatedHeparin();
        AntiXaLevel();
        AntiXaTarget();
        AntithrombinAtBirth();
    }

    private void LabourAndBleeding()
    {
        if (w.Phase == PhaseIs.Pregnant && w.ActiveBleeding != ActiveBleedingIs.None) Fire(R.LAB_01a);
        if (w.InLabour) Fire(R.LAB_01b);
        if (w.Phase == PhaseIs.Pregnant && w.ActiveBleeding != ActiveBleedingIs.None && w.LMWHIntensity != LMWHIntensityIs.None) Fire(R.LAB_01c);
        if (w.InLabour && w.LMWHIntensity != LMWHIntensityIs.None) Fire(R.LAB_01d);
        if (w.Phase is PhaseIs.Pregnant or PhaseIs.Postpartum && w.ActiveBleeding is ActiveBleedingIs.Moderate or ActiveBleedingIs.Major && w.LMWHIntensity != LMWHIntensityIs.None) Fire(R.LAB_11a);
    }

    private void HighRiskOfBleeding()
    {
        if (w.Phase is PhaseIs.Pregnant or PhaseIs.Postpartum && HighHaemorrhageRisk) Fire(R.LAB_10a);
        if (HighHaemorrhageRisk && w.ActiveBleeding is ActiveBleedingIs.None or ActiveBleedingIs.Spotting && LMWHIndicated && !w.HeparinInducedThrombocytopenia) Fire(R.LAB_10b);
    }

    private void PainReliefInLabourSoonAfterADose()
    {
        if (!w.InLabour) Fire(R.LAB_12c);
        else if (w.LMWHIntensity == LMWHIntensityIs.None) Fire(R.LAB_12b);
        else if (w.TimeSinceLastLMWHDose < 720) Fire(R.LAB_12);
        else Fire(R.LAB_12a);
    }

    private void NeuraxialBlock()
    {
        if (w.LMWHIntensity == LMWHIntensityIs.None) Fire(R.LAB_00);
        else if (w.LMWHIntensity == LMWHIntensityIs.Prophylactic) Fire(R.LAB_02);
        else Fire(R.LAB_03);
    }

    private void NeuraxialBlockNow()
    {
        if (w.LMWHIntensity == LMWHIntensityIs.None) Fire(R.BLK_00);
        else if (w.LMWHIntensity == LMWHIntensityIs.Prophylactic && w.TimeSinceLastLMWHDose < 720) Fire(R.BLK_01);
        else if (w.LMWHIntensity == LMWHIntensityIs.Prophylactic && w.TimeSinceLastLMWHDose >= 720) Fire(R.BLK_02);
        else if (w.LMWHIntensity is LMWHIntensityIs.HighProphylactic or LMWHIntensityIs.Therapeutic && w.TimeSinceLastLMWHDose < 1440) Fire(R.BLK_03);
        else Fire(R.BLK_04);
    }

    private void CatheterOutNow()
    {
        if (w.RegionalBlock != RegionalBlockIs.CatheterInPlace) Fire(R.LAB_05d);
        else if (w.LMWHIntensity == LMWHIntensityIs.None) Fire(R.LAB_05a);
        else if (w.TimeSinceLastLMWHDose < 720) Fire(R.LAB_05b);
        else Fire(R.LAB_05c);
    }

    private void LMWHAfterNeedleOrCatheter()
    {
        if (w.RegionalBlock == RegionalBlockIs.CatheterInPlace) Fire(R.LAB_04c);
        else if (w.RegionalBlock == RegionalBlockIs.None) Fire(R.LAB_04d);
        else if (w.RegionalBlock == RegionalBlockIs.NeedleOrCatheterOut && w.TimeSinceNeedleOrCatheterOut < 240) Fire(R.LAB_04a);
        else Fire(R.LAB_04b);
    }

    private void FirstDoseAfterBirth()
    {
        if (w.Phase != PhaseIs.Postpartum) Fire(R.LAB_06d);
        else if (PostpartumHaemorrhage) Fire(R.LAB_06c);
        else if (w.RegionalBlock == RegionalBlockIs.None) Fire(R.LAB_06a);
        else Fire(R.LAB_06b);
    }

    private void PlannedCaesareanOnLMWH()
    {
        if (w.PlannedCaesarean == PlannedCaesareanIs.None) Fire(R.LAB_08d);
        else if (w.PlannedCaesarean == PlannedCaesareanIs.Tomorrow && w.LMWHIntensity != LMWHIntensityIs.None) Fire(R.LAB_08a);
        else if (w.PlannedCaesarean == PlannedCaesareanIs.Today && w.LMWHIntensity != LMWHIntensityIs.None) Fire(R.LAB_08b);
        else Fire(R.LAB_08c);
    }

    private void MorningOfAPlannedCaesarean()
    {
        if (w.PlannedCaesarean != PlannedCaesareanIs.Today) Fire(R.LAB_08g);
        else if (w.LMWHIntensity != LMWHIntensityIs.None) Fire(R.LAB_08e);
        else Fire(R.LAB_08f);
    }

    private void UnfractionatedHeparinAroundBirth()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.LAB_13e);
        else if (ClotHistoryGroup != ClotHistoryGroupIs.VeryHigh) Fire(R.LAB_13d);
        else if (!w.LMWHStoppedForBirth) Fire(R.LAB_13c);
        else if (w.TimeSinceLastLMWHDose < 1440) Fire(R.LAB_13b);
        else if (w.TimeSinceLastLMWHDose >= 1440 && !w.HeparinInducedThrombocytopenia) Fire(R.LAB_13);
        else Fire(R.LAB_13a);
    }

    private void UnfractionatedHeparinDoseAndBlock()
    {
        if (w.OtherAnticoagulant != OtherAnticoagulantIs.UnfractionatedHeparin) Fire(R.UFH_03);
        else if (w.TimeSinceLastUFHDose < 240) Fire(R.UFH_01);
        else Fire(R.UFH_02);
    }

    private void BlockAfterDanaparoidOrFondaparinux()
    {
        if (w.OtherAnticoagulant == OtherAnticoagulantIs.Danaparoid) Fire(R.OTH_01);
        else if (w.OtherAnticoagulant == OtherAnticoagulantIs.Fondaparinux) Fire(R.OTH_02);
        else Fire(R.OTH_03);
    }

    private void Stockings()
    {
        if (w.Phase is PhaseIs.Pregnant or PhaseIs.Postpartum && w.AdmittedNow && LMWHContraindicated) Fire(R.STK_01);
        if (w.Phase == PhaseIs.Postpartum && w.ModeOfBirth is ModeOfBirthIs.ElectiveCaesarean or ModeOfBirthIs.CaesareanInLabour && VeryHighRiskAfterCaesarean) Fire(R.STK_02);
        if (w.Phase is PhaseIs.Pregnant or PhaseIs.Postpartum && w.LongestJourney > 240) Fire(R.STK_03);
    }

    private void Aspirin()
    {
        if (w.Phase is PhaseIs.Pregnant or PhaseIs.Postpartum) Fire(R.ASP_01);
        else Fire(R.ASP_02);
    }

    private void Warfarin()
    {
        if (w.Phase == PhaseIs.Pregnant) Fire(R.WAR_01);
        else if (w.Phase is PhaseIs.NotPregnant or PhaseIs.FertilityTreatment) Fire(R.WAR_00);
        else if (w.Phase == PhaseIs.Postpartum && w.PreviousClot != PreviousClotIs.None && w.LongTermOralAnticoagulant) Fire(R.WAR_02);
        else if (w.Phase == PhaseIs.Postpartum && w.PreviousClot != PreviousClotIs.None && !w.LongTermOralAnticoagulant) Fire(R.WAR_03);
        else if (w.Phase == PhaseIs.Postpartum && w.PreviousClot == PreviousClotIs.None && w.LongTermOralAnticoagulant) Fire(R.WAR_04);
        else Fire(R.WAR_05);
    }

    private void DirectOralAnticoagulants()
    {
        if (w.Phase == PhaseIs.Pregnant) Fire(R.DOA_01);
        else if (w.Phase is PhaseIs.NotPregnant or PhaseIs.FertilityTreatment) Fire(R.DOA_00);
        else if (w.Phase == PhaseIs.Postpartum && w.Breastfeeding) Fire(R.DOA_02);
        else Fire(R.DOA_03);
    }

    private void Dextran()
    {
        if (w.Phase == PhaseIs.Pregnant) Fire(R.DEX_01);
        else Fire(R.DEX_00);
    }

    private void PlateletCountsOnLMWH()
    {
        if (w.LMWHIntensity == LMWHIntensityIs.None) Fire(R.MON_01c);
        else if (!w.EarlierUFHExposure) Fire(R.MON_01a);
        else Fire(R.MON_01b);
    }

    private void PlateletCountsOnUnfractionatedHeparin()
    {
        if (w.OtherAnticoagulant != OtherAnticoagulantIs.UnfractionatedHeparin) Fire(R.MON_02d);
        else if (w.ModeOfBirth is ModeOfBirthIs.ElectiveCaesarean or ModeOfBirthIs.CaesareanInLabour) Fire(R.MON_02a);
        else if (w.ModeOfBirth is ModeOfBirthIs.NotYet or ModeOfBirthIs.Vaginal or ModeOfBirthIs.LowInstrumental or ModeOfBirthIs.MidCavityOrRotational && w.SurgerySinceTheBirth) Fire(R.MON_02b);
        else Fire(R.MON_02c);
    }

    private void AntiXaLevel()
    {
        if (w.LMWHIntensity == LMWHIntensityIs.None) Fire(R.MON_03f);
        else if (w.LMWHIntensity is LMWHIntensityIs.Prophylactic or LMWHIntensityIs.HighProphylactic && w.PreviousClot == PreviousClotIs.None) Fire(R.MON_03c);
        else if (w.LMWHIntensity == LMWHIntensityIs.Therapeutic && w.PreviousClot == PreviousClotIs.None) Fire(R.MON_03e);
        else if (w.PreviousClot != PreviousClotIs.None && w.AntithrombinDeficiency) Fire(R.MON_03a);
        else if (w.LMWHIntensity is LMWHIntensityIs.Prophylactic or LMWHIntensityIs.HighProphylactic && w.PreviousClot != PreviousClotIs.None && !w.AntithrombinDeficiency) Fire(R.MON_03b);
        else Fire(R.MON_03d);
    }

    private void AntiXaTarget()
    {
        if (w.LMWHIntensity == LMWHIntensityIs.None) Fire(R.AXA_04);
        else if (w.PreviousClot == PreviousClotIs.None) Fire(R.AXA_03);
        else if (w.AntithrombinDeficiency) Fire(R.AXA_01);
        else Fire(R.AXA_02);
    }

    private void AntithrombinAtBirth()
    {
        if (w.Phase != PhaseIs.Pregnant) Fire(R.ATR_00);
        else if (w.PreviousClot == PreviousClotIs.None) Fire(R.ATR_03);
        else if (w.AntithrombinDeficiency) Fire(R.ATR_01);
        else Fire(R.ATR_02);
    }
}
