using Decidua.Knowledge.Values;
using Decidua.Reasoning.Facts;

namespace Decidua.Bench.ByHand;

/// <summary>A woman as a program without a knowledge language would hold her: one typed field per fact, gestation in days, times in minutes.</summary>
internal sealed record Woman
{
    public required FactorVLeidenIs FactorVLeiden { get; init; }
    public required ProthrombinVariantIs ProthrombinVariant { get; init; }
    public required bool ProteinCDeficiency { get; init; }
    public required bool ProteinSDeficiency { get; init; }
    public required bool InLabour { get; init; }
    public required PlannedCaesareanIs PlannedCaesarean { get; init; }
    public required ModeOfBirthIs ModeOfBirth { get; init; }
    public required int GestationAtBirth { get; init; }
    public required int LabourDuration { get; init; }
    public required decimal BloodLossAtBirth { get; init; }
    public required bool TransfusionAfterBirth { get; init; }
    public required bool Stillbirth { get; init; }
    public required bool SurgerySinceTheBirth { get; init; }
    public required int PostnatalHospitalStay { get; init; }
    public required bool ReadmittedAfterBirth { get; init; }
    public required bool FactorsPersistBeyond10Days { get; init; }
    public required bool Breastfeeding { get; init; }
    public required ActiveBleedingIs ActiveBleeding { get; init; }
    public required bool BleedingDisorder { get; init; }
    public required bool PlacentaPraevia { get; init; }
    public required bool OtherHighBleedingRisk { get; init; }
    public required bool Coagulopathy { get; init; }
    public required bool WoundHaematoma { get; init; }
    public required bool SuspectedIntraAbdominalBleeding { get; init; }
    public required decimal PlateletCount { get; init; }
    public required decimal GlomerularFiltrationRate { get; init; }
    public required decimal CreatinineClearance { get; init; }
    public required decimal SystolicBloodPressure { get; init; }
    public required decimal DiastolicBloodPressure { get; init; }
    public required bool PreviousStroke { get; init; }
    public required int TimeSinceStroke { get; init; }
    public required bool LiverDiseaseWithProlongedProthrombinTime { get; init; }
    public required bool OesophagealVarices { get; init; }
    public required bool HeparinInducedThrombocytopenia { get; init; }
    public required bool LMWHAllergy { get; init; }
    public required PreviousClotIs PreviousClot { get; init; }
    public required UndocumentedClotIs UndocumentedClot { get; init; }
    public required int TreatmentOfUndocumentedClot { get; init; }
    public required bool LongTermOralAnticoagulant { get; init; }
    public required ThrombophiliaClassRCOGIs ThrombophiliaClassRCOG { get; init; }
    public required bool AntithrombinDeficiency { get; init; }
    public required AntiphospholipidAntibodiesIs AntiphospholipidAntibodies { get; init; }
    public required FamilyHistoryOfClotsIs FamilyHistoryOfClots { get; init; }
    public required int AgeOfRelativeAtClot { get; init; }
    public required bool Cancer { get; init; }
    public required bool HeartFailure { get; init; }
    public required bool ActiveLupus { get; init; }
    public required bool ActiveInflammatoryPolyarthropathy { get; init; }
    public required bool ActiveInflammatoryBowelDisease { get; init; }
    public required bool NephroticSyndrome { get; init; }
    public required bool Type1DiabetesWithNephropathy { get; init; }
    public required bool SickleCellDisease { get; init; }
    public required bool IntravenousDrugUse { get; init; }
    public required bool SystemicInfection { get; init; }
    public required bool Dehydration { get; init; }
    public required PhaseIs Phase { get; init; }
    public required int Gestation { get; init; }
    public required bool MultiplePregnancy { get; init; }
    public required bool AssistedConception { get; init; }
    public required bool PreEclampsia { get; init; }
    public required bool HyperemesisNow { get; init; }
    public required bool OHSSNow { get; init; }
    public required bool SurgeryInThisPregnancy { get; init; }
    public required bool AdmittedNow { get; init; }
    public required LMWHIntensityIs LMWHIntensity { get; init; }
    public required AntenatalLMWHIs AntenatalLMWH { get; init; }
    public required int TimeSinceLastLMWHDose { get; init; }
    public required bool LMWHStoppedForBirth { get; init; }
    public required OtherAnticoagulantIs OtherAnticoagulant { get; init; }
    public required int TimeSinceLastUFHDose { get; init; }
    public required bool EarlierUFHExposure { get; init; }
    public required RegionalBlockIs RegionalBlock { get; init; }
    public required int TimeSinceNeedleOrCatheterOut { get; init; }
    public required int Age { get; init; }
    public required decimal BookingBMI { get; init; }
    public required decimal DosingWeight { get; init; }
    public required int Parity { get; init; }
    public required bool Smoker { get; init; }
    public required bool GrossVaricoseVeins { get; init; }
    public required int BedRest { get; init; }
    public required bool Paraplegia { get; init; }
    public required bool PelvicGirdlePainLimitingMobility { get; init; }
    public required bool BoneFracture { get; init; }
    public required int LongestJourney { get; init; }

    /// <summary>The same woman from facts of which every one that the guideline reads has one value, recorded or presumed.</summary>
    public static Woman Of(WomanFacts facts)
    {
        var reading = new Reading(facts);
        return new Woman
        {
            FactorVLeiden = (FactorVLeidenIs)reading.Choice("factor V Leiden"), ProthrombinVariant = (ProthrombinVariantIs)reading.Choice("prothrombin variant"),
            ProteinCDeficiency = reading.Yes("protein C deficiency"), ProteinSDeficiency = reading.Yes("protein S deficiency"),
            InLabour = reading.Yes("in labour"), PlannedCaesarean = (PlannedCaesareanIs)reading.Choice("planned caesarean"),
            ModeOfBirth = (ModeOfBirthIs)reading.Choice("mode of birth"), GestationAtBirth = reading.Whole("gestation at birth"),
            LabourDuration = reading.Whole("labour duration"), BloodLossAtBirth = reading.Number("blood loss at birth"),
            TransfusionAfterBirth = reading.Yes("transfusion after birth"), Stillbirth = reading.Yes("stillbirth"),
            SurgerySinceTheBirth = reading.Yes("surgery since the birth"), PostnatalHospitalStay = reading.Whole("postnatal hospital stay"),
            ReadmittedAfterBirth = reading.Yes("readmitted after birth"), FactorsPersistBeyond10Days = reading.Yes("factors persist beyond 10 days"),
            Breastfeeding = reading.Yes("breastfeeding"), ActiveBleeding = (ActiveBleedingIs)reading.Choice("active bleeding"),
            BleedingDisorder = reading.Yes("bleeding disorder"), PlacentaPraevia = reading.Yes("placenta praevia"),
            OtherHighBleedingRisk = reading.Yes("other high bleeding risk"), Coagulopathy = reading.Yes("coagulopathy"),
            WoundHaematoma = reading.Yes("wound haematoma"), SuspectedIntraAbdominalBleeding = reading.Yes("suspected intra-abdominal bleeding"),
            PlateletCount = reading.Number("platelet count"), GlomerularFiltrationRate = reading.Number("glomerular filtration rate"),
            CreatinineClearance = reading.Number("creatinine clearance"), SystolicBloodPressure = reading.Number("systolic blood pressure"),
            DiastolicBloodPressure = reading.Number("diastolic blood pressure"), PreviousStroke = reading.Yes("previous stroke"),
            TimeSinceStroke = reading.Whole("time since stroke"), LiverDiseaseWithProlongedProthrombinTime = reading.Yes("liver disease with prolonged prothrombin time"),
            OesophagealVarices = reading.Yes("oesophageal varices"), HeparinInducedThrombocytopenia = reading.Yes("heparin-induced thrombocytopenia"),
            LMWHAllergy = reading.Yes("LMWH allergy"), PreviousClot = (PreviousClotIs)reading.Choice("previous clot"),
            UndocumentedClot = (UndocumentedClotIs)reading.Choice("undocumented clot"), TreatmentOfUndocumentedClot = reading.Whole("treatment of undocumented clot"),
            LongTermOralAnticoagulant = reading.Yes("long-term oral anticoagulant"), ThrombophiliaClassRCOG = (ThrombophiliaClassRCOGIs)reading.Choice("thrombophilia class (RCOG)"),
            AntithrombinDeficiency = reading.Yes("antithrombin deficiency"), AntiphospholipidAntibodies = (AntiphospholipidAntibodiesIs)reading.Choice("antiphospholipid antibodies"),
            FamilyHistoryOfClots = (FamilyHistoryOfClotsIs)reading.Choice("family history of clots"), AgeOfRelativeAtClot = reading.Whole("age of relative at clot"),
            Cancer = reading.Yes("cancer"), HeartFailure = reading.Yes("heart failure"),
            ActiveLupus = reading.Yes("active lupus"), ActiveInflammatoryPolyarthropathy = reading.Yes("active inflammatory polyarthropathy"),
            ActiveInflammatoryBowelDisease = reading.Yes("active inflammatory bowel disease"), NephroticSyndrome = reading.Yes("nephrotic syndrome"),
            Type1DiabetesWithNephropathy = reading.Yes("type 1 diabetes with nephropathy"), SickleCellDisease = reading.Yes("sickle cell disease"),
            IntravenousDrugUse = reading.Yes("intravenous drug use"), SystemicInfection = reading.Yes("systemic infection"),
            Dehydration = reading.Yes("dehydration"), Phase = (PhaseIs)reading.Choice("phase"),
            Gestation = reading.Whole("gestation"), MultiplePregnancy = reading.Yes("multiple pregnancy"),
            AssistedConception = reading.Yes("assisted conception"), PreEclampsia = reading.Yes("pre-eclampsia"),
            HyperemesisNow = reading.Yes("hyperemesis now"), OHSSNow = reading.Yes("OHSS now"),
            SurgeryInThisPregnancy = reading.Yes("surgery in this pregnancy"), AdmittedNow = reading.Yes("admitted now"),
            LMWHIntensity = (LMWHIntensityIs)reading.Choice("LMWH intensity"), AntenatalLMWH = (AntenatalLMWHIs)reading.Choice("antenatal LMWH"),
            TimeSinceLastLMWHDose = reading.Whole("time since last LMWH dose"), LMWHStoppedForBirth = reading.Yes("LMWH stopped for birth"),
            OtherAnticoagulant = (OtherAnticoagulantIs)reading.Choice("other anticoagulant"), TimeSinceLastUFHDose = reading.Whole("time since last UFH dose"),
            EarlierUFHExposure = reading.Yes("earlier UFH exposure"), RegionalBlock = (RegionalBlockIs)reading.Choice("regional block"),
            TimeSinceNeedleOrCatheterOut = reading.Whole("time since needle or catheter out"), Age = reading.Whole("age"),
            BookingBMI = reading.Number("booking BMI"), DosingWeight = reading.Number("dosing weight"),
            Parity = reading.Whole("parity"), Smoker = reading.Yes("smoker"),
            GrossVaricoseVeins = reading.Yes("gross varicose veins"), BedRest = reading.Whole("bed rest"),
            Paraplegia = reading.Yes("paraplegia"), PelvicGirdlePainLimitingMobility = reading.Yes("pelvic girdle pain limiting mobility"),
            BoneFracture = reading.Yes("bone fracture"), LongestJourney = reading.Whole("longest journey"),
        };
    }

    private sealed class Reading(WomanFacts facts)
    {
        internal bool Yes(string name) => Choice(name) == 1;

        internal int Choice(string name) => ((ValueSet.Choices)Values(name)).Index;

        internal int Whole(string name) => (int)Number(name);

        internal decimal Number(string name) => ((ValueSet.Numbers)Values(name)).Single;

        private ValueSet Values(string name) => facts[facts.Vocabulary.Named(name)!].Values is { IsSingle: true } known
            ? known
            : throw new InvalidOperationException($"'{name}' is not known.");
    }
}
