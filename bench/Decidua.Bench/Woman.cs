using Decidua.Knowledge;
using Decidua.Knowledge.Values;
using Decidua.Reasoning.Facts;

namespace Decidua.Bench;

/// <summary>A woman as a program without a knowledge language would hold her: one typed field per fact.</summary>
internal sealed record Woman
{
    public required bool Pregnant { get; init; }
    public required int GestationDays { get; init; }
    public required int Age { get; init; }
    public required decimal BookingBmi { get; init; }
    public required int Parity { get; init; }
    public required decimal DosingWeight { get; init; }
    public required int PreviousClot { get; init; }
    public required int Thrombophilia { get; init; }
    public required int ModeOfBirth { get; init; }
    public required int GestationAtBirthDays { get; init; }
    public required int LabourMinutes { get; init; }
    public required decimal BloodLoss { get; init; }
    public required IReadOnlyDictionary<string, bool> Factors { get; init; }

    public bool Has(string factor) => Factors[factor];

    public static readonly string[] Names =
    [
        "smoker", "cancer", "heart failure", "active lupus", "active inflammatory polyarthropathy", "active inflammatory bowel disease", "nephrotic syndrome",
        "type 1 diabetes with nephropathy", "sickle cell disease", "intravenous drug use", "gross varicose veins", "pre-eclampsia", "assisted conception",
        "multiple pregnancy", "surgery in this pregnancy", "hyperemesis now", "OHSS now", "systemic infection", "dehydration", "paraplegia", "stillbirth",
    ];

    /// <summary>The same woman as facts.</summary>
    public WomanFacts ToFacts(Library library)
    {
        var facts = WomanFacts.None(library.Vocabulary);
        Choose("phase", Pregnant ? "pregnant" : "postpartum");
        if (Pregnant) Number("gestation", GestationDays);
        Number("age", Age);
        Number("booking BMI", BookingBmi);
        Number("parity", Parity);
        Number("dosing weight", DosingWeight);
        Index("previous clot", PreviousClot);
        Index("thrombophilia class (RCOG)", Thrombophilia);
        Index("mode of birth", ModeOfBirth);
        Number("gestation at birth", GestationAtBirthDays);
        Number("labour duration", LabourMinutes);
        Number("blood loss at birth", BloodLoss);
        foreach (var (name, value) in Factors) Choose(name, value ? "yes" : "no");
        foreach (var (name, value) in new[] { ("platelet count", 220m), ("glomerular filtration rate", 110m), ("creatinine clearance", 120m), ("systolic blood pressure", 118m), ("diastolic blood pressure", 74m) })
            Number(name, value);
        return facts;

        void Choose(string name, string value) => facts = facts.With(library.Vocabulary.Named(name)!, library.Vocabulary.Named(name)!.Type.Choice(value)!);
        void Index(string name, int index) => facts = facts.With(library.Vocabulary.Named(name)!, new ValueSet.Choices(1UL << index));
        void Number(string name, decimal value) => facts = facts.With(library.Vocabulary.Named(name)!, new ValueSet.Numbers(Interval.Point(value)));
    }

    /// <summary>Random women; the same seed gives the same women.</summary>
    public static Woman[] Random(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var pregnant = random.Next(2) == 0;
            return new Woman
            {
                Pregnant = pregnant,
                GestationDays = random.Next(28, 287),
                Age = random.Next(16, 48),
                BookingBmi = random.Next(170, 480) / 10m,
                Parity = random.Next(0, 6),
                DosingWeight = random.Next(400, 1900) / 10m,
                PreviousClot = random.Next(4) == 0 ? random.Next(5) : 0,
                Thrombophilia = random.Next(6) == 0 ? random.Next(3) : 0,
                ModeOfBirth = pregnant ? 0 : random.Next(1, 6),
                GestationAtBirthDays = random.Next(180, 290),
                LabourMinutes = 0,
                BloodLoss = random.Next(0, 1500),
                Factors = Names.ToDictionary(name => name, name => random.Next(10) == 0 && IsPossible(name, pregnant)),
            };
        })];
    }

    private static bool IsPossible(string factor, bool pregnant) => pregnant ? factor != "stillbirth" : factor is not ("hyperemesis now" or "OHSS now");
}
