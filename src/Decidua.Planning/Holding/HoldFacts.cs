using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Values;
using Decidua.Planning.Courses;
using Decidua.Planning.Dosing;
using Decidua.Reasoning.Facts;

namespace Decidua.Planning.Holding;

/// <summary>Facts by the names that planning knows, and how it sets them from a course.</summary>
internal static class HoldFacts
{
    internal const string Kind = "heparin kind";
    internal const string Product = "LMWH product";
    internal const string Strength = "LMWH intensity";
    internal const string BirthEvent = "birth event";
    internal const string Procedure = "procedure";
    internal const string ModeOfBirth = "mode of birth";
    internal const string Phase = "phase";
    internal const string Block = "regional block";
    internal const string BlockOut = "needle or catheter out";
    internal const string SinceBlock = "time since needle or catheter out";
    internal const string SinceLmwh = "time since last LMWH dose";
    internal const string SinceUfh = "time since last UFH dose";
    internal const string OtherAnticoagulant = "other anticoagulant";
    internal const string Clearance = "creatinine clearance";
    internal const string PlateletCount = "platelet count";
    internal const string TimeOn = "time on heparin";
    internal const string None = "none";
    internal const string Lmwh = "LMWH";
    internal const string UfhSkin = "UFH under the skin";
    internal const string UfhInfusion = "UFH infusion";
    private const string Ufh = "UFH";
    private const string Milligram = "mg";

    extension(WomanFacts facts)
    {
        /// <summary>What is held about a fact; null when the knowledge does not know the fact.</summary>
        internal FactState? State(string name) => facts.Vocabulary.Named(name) is { } fact ? facts[fact] : null;

        /// <summary>The one choice that is left; null when several are, or none is known.</summary>
        internal string? Word(string name) =>
            facts.Vocabulary.Named(name) is { } fact && facts[fact].Values is ValueSet.Choices { IsSingle: true } one ? fact.Type.Choices[one.Index] : null;

        /// <summary>Whether somebody entered it, in whole or in part.</summary>
        internal bool IsRecorded(string name) => facts.State(name)?.Standing is Standing.Known or Standing.Narrowed;

        /// <summary>The fact set to some of its choices; unknown to the knowledge, it stays out.</summary>
        internal WomanFacts Choose(string name, params IEnumerable<string> choices)
        {
            if (facts.Vocabulary.Named(name) is not { } fact) return facts;
            var mask = choices.Select(fact.Type.Choice).OfType<ValueSet.Choices>().Aggregate(0UL, (sum, one) => sum | one.Mask);
            return mask == 0 ? facts : facts.With(fact, new ValueSet.Choices(mask), "plan");
        }

        /// <summary>The fact set to a number; left as it was when the number is none or not plausible.</summary>
        internal WomanFacts Number(string name, decimal? number) =>
            number is { } known ? facts.WithNumber(name, known, "plan") : facts;

        /// <summary>The least number that the fact may be; null when nothing is known of it.</summary>
        internal decimal? Least(string name) =>
            facts.IsRecorded(name) && facts.State(name)!.Values is ValueSet.Numbers numbers ? numbers.Minimum : null;

        /// <summary>The strength of her dose as far as it is known: presumed or entered as none, while she has heparin, it may be any.</summary>
        internal WomanFacts WithStrengthOpen() =>
            facts.Word(Strength) == None || !facts.IsRecorded(Strength) ? facts.Choose(Strength, IntensityWords.All) : facts;

        /// <summary>The facts of a woman on this course: which heparin, how strong, how much of it.</summary>
        internal WomanFacts On(Course course)
        {
            var kind = KindOf(course.Subject, course.Medicine);
            var strength = kind != Lmwh ? None : course.Intensity.Word();
            var set = facts.Choose(Kind, kind).Choose(Product, course.Medicine);
            set = strength.Length > 0 ? set.Choose(Strength, strength) : set.WithStrengthOpen();
            return course.Dose is { Daily: { } daily } dose ? set.WithAmounts(kind, dose, daily) : set;
        }

        private WomanFacts WithAmounts(string kind, DoseAnswer dose, decimal daily)
        {
            var perKilogram = facts.Weight is { } weight ? daily / weight : (decimal?)null;
            if (dose.Unit == Milligram) return facts.Number("enoxaparin daily dose", daily);
            return kind == Lmwh
                ? facts.Number("LMWH daily dose per kg", perKilogram)
                : facts.Number("UFH single dose", dose.Amount).Number("UFH daily dose", daily).Number("UFH daily dose per kg", perKilogram);
        }

        /// <summary>The lower of her known weights, because a dose per kilogram must not look smaller than it is; null when none is known.</summary>
        private decimal? Weight => new[] { facts.Single("current weight"), facts.Single("dosing weight") }.Min();

        private decimal? Single(string name) =>
            facts.State(name)?.Values is ValueSet.Numbers { IsSingle: true } one ? one.Single : null;
    }

    /// <summary>The kind of heparin that a course gives.</summary>
    /// <param name="subject">What the advice is about: <c>LMWH</c>, <c>UFH</c>.</param>
    /// <param name="medicine">Id of the medicine.</param>
    internal static string KindOf(string subject, string medicine) => subject switch
    {
        Ufh when medicine.Contains("infusion", StringComparison.OrdinalIgnoreCase) => UfhInfusion,
        Ufh => UfhSkin,
        _ => subject,
    };

    /// <summary>Whether a course is of a medicine that is held at all.</summary>
    /// <param name="course">The course.</param>
    internal static bool IsHeld(Course course) => course.Subject is Lmwh or Ufh or "danaparoid" or "fondaparinux";
}
