using System.Collections.Frozen;
using System.Collections.Immutable;
using Decidua.Clinical.Gestation;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Reasoning.Deriving.Antibodies;
using Decidua.Reasoning.Deriving.Losses;
using Decidua.Reasoning.Facts;
using NodaTime;

namespace Decidua.Reasoning.Deriving;

/// <summary>
/// Turns a record into facts as they stood on one date. What the record does not show stays unknown or presumed, as the
/// vocabulary says; what it shows in part narrows the fact; nothing later than the date is looked at.
/// </summary>
public static class Derivation
{
    private static readonly FrozenDictionary<string, Func<Chart, Fact, DerivedValue?>> ByName =
        new Dictionary<string, Func<Chart, Fact, DerivedValue?>>
        {
            ["phase"] = PregnancyFacts.Phase,
            ["gestation"] = PregnancyFacts.Gestation,
            ["gestation at birth"] = PregnancyFacts.GestationAtBirth,
            ["gravidity"] = PregnancyFacts.Gravidity,
            ["parity"] = PregnancyFacts.Parity,
            ["age"] = AgeFact.Derive,
            ["booking BMI"] = BodyFacts.BookingIndex,
            ["dosing weight"] = BodyFacts.BookingWeight,
            ["current weight"] = BodyFacts.Latest,
            ["in this pregnancy"] = ScopedFacts.InThisPregnancy,
            ["assisted conception"] = ScopedFacts.AssistedConception,
            ["before this pregnancy"] = ScopedFacts.BeforeThisPregnancy,
            ["since the birth"] = ScopedFacts.SinceTheBirth,
            ["mode of birth"] = BirthFacts.Mode,
            ["admitted now"] = BirthFacts.Admitted,
            ["postnatal hospital stay"] = BirthFacts.StayAfterBirth,
            ["readmitted after birth"] = BirthFacts.Readmitted,
            ["previous clot"] = ClotFacts.Previous,
            ["thrombophilia class (RCOG)"] = CodedFacts.Derive,
            ["clot provocation"] = ClotFacts.Provocation,
            ["creatinine clearance"] = CreatinineClearance.Derive,
            ["family history of clots"] = ClotFacts.OfRelatives,
            ["antibodies"] = AntibodyFacts.Derive,
            ["losses"] = LossFacts.Derive,
            ["years since the last pregnancy"] = LossFacts.YearsSinceLast,
        }.ToFrozenDictionary();

    /// <summary>The names that a vocabulary may put after <c>derived by:</c>.</summary>
    public static ImmutableArray<string> Names => [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Derives the facts. An error, such as a value out of its plausible range or bad knowledge, leaves no facts.</summary>
    /// <param name="record">The record.</param>
    /// <param name="date">The date for which the facts are wanted.</param>
    /// <param name="knowledge">The knowledge.</param>
    public static Reading<WomanFacts> Derive(Record record, LocalDate date, ReadingKnowledge knowledge)
    {
        if (!knowledge.Issues.IsEmpty)
            return new(null, knowledge.Issues);
        if (OutsideHerLife(record, date) is { } impossible)
            return new(null, [impossible]);
        var chart = new Chart(record, date, knowledge);
        var derived = new DerivedValue?[knowledge.Library.Vocabulary.Facts.Length];
        foreach (var fact in knowledge.Library.Vocabulary.Facts)
            derived[fact.Index] = DeriveFact(chart, fact);

        StatedFacts.Add(chart, derived);
        chart.Issues.AddRange(UnrecognisedCodes.Count(chart));
        if (chart.Issues.Exists(issue => issue.Severity == Severity.Error))
            return new(null, [.. chart.Issues]);
        var facts = WomanFacts.None(knowledge.Library.Vocabulary);
        foreach (var fact in knowledge.Library.Vocabulary.Facts)
        {
            if (derived[fact.Index] is { } value)
                facts = facts.With(fact, value.Values, value.Origin);
        }

        return new(facts, [.. chart.Issues]);
    }

    /// <summary>Everything that a record says on when the present pregnancy began; nothing when she is not pregnant, or nothing dates it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="date">The date; nothing later is looked at.</param>
    /// <param name="knowledge">The knowledge.</param>
    public static Entries<DatingStatement> DatingOf(Record record, LocalDate date, ReadingKnowledge knowledge) =>
        new Chart(record, date, knowledge) is { Phase: { MayBePregnant: true, Episode.Dating: { } dating } } ? dating.Statements : [];

    // A fact without a derivation of its own is found by codes, or by the latest number of this pregnancy, which stands above them.
    private static DerivedValue? DeriveFact(Chart chart, Fact fact)
    {
        if (fact.DerivedBy.Length > 0)
            return ByName.TryGetValue(fact.DerivedBy, out var derive) ? derive(chart, fact) : null;
        var measured = fact.Type.IsNumeric ? BodyFacts.Latest(chart, fact) : null;
        return measured ?? CodedFacts.Derive(chart, fact);
    }

    private static Issue? OutsideHerLife(Record record, LocalDate date)
    {
        if (record.BirthDate is { } born && born.IsCertainlyAfter(date))
            return Outside($"The answer is wanted for {PartialDate.On(date)}, but she was born on {born}.");
        return record.Died is { } died && died.IsCertainlyBefore(date)
            ? Outside($"The answer is wanted for {PartialDate.On(date)}, but she died on {died}.")
            : null;

        Issue Outside(string message) => new(IssueCode.ImpossibleOrder, Severity.Error, record.From.Place, message, "Choose a date within her life.");
    }
}
