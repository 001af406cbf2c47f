using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;

namespace Decidua.Reasoning.Deriving.Losses;

/// <summary>How pregnancies are counted: the documents <c>loss definition</c> of knowledge/derivation. Immutable; made once per library.</summary>
internal sealed class LossTable
{
    private static readonly (string Word, PregnancyEnd End)[] Ends =
    [
        ("miscarriage", PregnancyEnd.Miscarriage), ("biochemical", PregnancyEnd.Biochemical), ("stillbirth", PregnancyEnd.Stillbirth),
        ("live birth", PregnancyEnd.LiveBirth), ("birth", PregnancyEnd.Birth), ("ectopic", PregnancyEnd.Ectopic),
        ("molar", PregnancyEnd.Molar), ("termination", PregnancyEnd.Termination),
    ];

    private static readonly (string Word, bool Value)[] YesNo = [("no", false), ("yes", true)];
    private static readonly (string Word, bool Value)[] CountsOrNot = [("does not count", false), ("counts", true)];

    private LossTable()
    {
    }

    /// <summary>The definitions, by the index of their facts.</summary>
    public required ImmutableDictionary<int, LossDefinition> ByFact { get; init; }

    /// <summary>The weeks that an end allows.</summary>
    public required ImmutableDictionary<PregnancyEnd, ValueSet.Numbers> Weeks { get; init; }

    /// <summary>The days from which on a pregnancy has been seen; null when the knowledge does not say.</summary>
    public required ValueSet.Numbers? Seen { get; init; }

    /// <summary>What codes say of the weeks.</summary>
    public required ImmutableArray<CodedWeeks> Codes { get; init; }

    /// <summary>What is wrong with the tables.</summary>
    public required ImmutableArray<Issue> Issues { get; init; }

    /// <summary>Reads the tables of a library; without a fact <c>gestation</c> there are none.</summary>
    public static LossTable Read(Library library, FactType? gestation)
    {
        var issues = new List<Issue>();
        var catalogue = new Catalogue("loss definition", library, issues);
        var definitions = new Dictionary<int, LossDefinition>();
        var weeks = new Dictionary<PregnancyEnd, ValueSet.Numbers>();
        ValueSet.Numbers? seen = null;
        var codes = new List<CodedWeeks>();
        if (gestation is not null)
        {
            foreach (var row in catalogue.Rows(
                "fact", "ends", "gestation", "in a row", "only tested", "same partner", "known cause", "malformed", "early birth for", "chromosomes", "event"))
            {
                if (Definition(row, library.Vocabulary, gestation) is { } definition && !definitions.TryAdd(definition.Fact.Index, definition))
                    row.Refuse(IssueCode.DuplicateId, row["fact"], $"'{definition.Fact.Name}' has a definition already.");
            }

            foreach (var row in catalogue.Rows("end", "gestation"))
                weeks[row.Choice("end", Ends)] = Days(row, gestation);
            foreach (var row in catalogue.Rows("gestation"))
                seen = Days(row, gestation);
            foreach (var row in catalogue.Rows("value set", "gestation"))
            {
                if (library.CodeSets.TryGetValue(row["value set"].Text, out var set))
                    codes.Add(new(set, Days(row, gestation)));
                else
                    row.Refuse(IssueCode.UnknownReference, row["value set"], $"knowledge/terminology has no value set '{row["value set"].Text}'.");
            }

            catalogue.RefuseOthers();
        }

        return new()
        {
            ByFact = definitions.ToImmutableDictionary(), Weeks = weeks.ToImmutableDictionary(), Seen = seen, Codes = [.. codes], Issues = [.. issues],
        };
    }

    private static LossDefinition? Definition(CatalogueRow row, FactVocabulary vocabulary, FactType gestation)
    {
        if (vocabulary.Named(row["fact"].Text) is not { Type.Kind: FactKind.Count or FactKind.YesNo } fact)
        {
            row.Refuse(IssueCode.UnknownName, row["fact"],
                $"Expected a count or a yes/no fact of the vocabulary; found '{row["fact"].Text}'.", vocabulary.Hint(row["fact"].Text));
            return null;
        }

        var definition = new LossDefinition(fact, EndsOf(row), Days(row, gestation))
        {
            InARow = row.Choice("in a row", YesNo),
            OnlyTested = row.Choice("only tested", ("counts", Counting.Counts), ("not said", Counting.NotSaid), ("does not count", Counting.DoesNotCount)),
            SamePartner = row.Choice("same partner", YesNo),
            KnownCauseCounts = row.Choice("known cause", CountsOrNot),
            MalformedCounts = row.Choice("malformed", CountsOrNot),
            EarlyBirthFor = row.Choice(
                "early birth for", ("-", WantedReason.Any), ("pre-eclampsia", WantedReason.PreEclampsia),
                ("placental insufficiency", WantedReason.PlacentalInsufficiency), ("neither", WantedReason.Neither)),
            NormalChromosomesOnly = row.Choice("chromosomes", ("-", false), ("normal", true)),
            Event = Event(row),
        };
        return row.IsSound ? definition : null;
    }

    private static ImmutableHashSet<PregnancyEnd> EndsOf(CatalogueRow row)
    {
        var words = row["ends"].Text.Split(',', StringSplitOptions.TrimEntries);
        foreach (var word in words.Where(word => Array.TrueForAll(Ends, end => end.Word != word)))
            row.Refuse(IssueCode.UnknownChoiceInCell, row["ends"], $"Expected {string.Join(", ", Ends.Select(end => end.Word))}; found '{word}'.");
        return [.. Ends.Where(end => words.Contains(end.Word)).Select(end => end.End)];
    }

    private static ValueSet.Numbers Days(CatalogueRow row, FactType gestation) =>
        (ValueSet.Numbers)(row.Test("gestation", gestation) ?? gestation.Everything);

    private static int? Event(CatalogueRow row)
    {
        var cell = row["event"];
        if (cell.IsDash)
            return null;
        if (Decidua.Knowledge.Cells.Literal.Plain(cell.Text) is { } number and > 0 && number == decimal.Truncate(number))
            return (int)number;
        row.Refuse(IssueCode.MalformedCell, cell, $"Expected a whole number from 1 on, or a dash; found '{cell.Text}'.");
        return null;
    }
}
