using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Knowledge;
using Decidua.Knowledge.Cells;
using Decidua.Knowledge.Values;
using Interval = Decidua.Knowledge.Values.Interval;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>How antibody results are read: the documents <c>antibody reading</c> of knowledge/derivation. Immutable; made once per library.</summary>
internal sealed class AntibodyTable
{
    private const int MinutesPerDay = 24 * 60;

    private static readonly (string Word, Circumstance Value)[] Circumstances =
    [
        ("direct oral anticoagulant", Circumstance.DirectOral), ("warfarin, INR not known", Circumstance.WarfarinWithoutInr), ("INR", Circumstance.Inr),
        ("treatment dose of unfractionated heparin", Circumstance.TreatmentUfh), ("anti-Xa", Circumstance.AntiXa),
        ("treatment dose of LMWH, anti-Xa not known", Circumstance.TreatmentLmwhWithoutAntiXa), ("heparin, dose not known", Circumstance.HeparinOfUnknownDose),
        ("heparin, reagent without neutraliser", Circumstance.HeparinNotNeutralised), ("acute illness", Circumstance.AcuteIllness), ("pregnancy", Circumstance.Pregnancy),
    ];

    private static readonly (string Word, AntibodyTest Value)[] TestWords = [.. Enum.GetValues<AntibodyTest>().Select(test => (test.InWords, test))];
    private static readonly (string Word, bool Value)[] YesNo = [("no", false), ("yes", true)];
    private static readonly (string Word, bool Value)[] Opens = [("counts", false), ("open", true)];

    private AntibodyTable()
    {
    }

    /// <summary>The limits; null when the knowledge has no such document.</summary>
    public AntibodyLimits? Limits { get; private init; }

    /// <summary>How each test is read.</summary>
    public ImmutableDictionary<AntibodyTest, TestRule> Tests { get; private init; } = ImmutableDictionary<AntibodyTest, TestRule>.Empty;

    /// <summary>How numbers in each unit are read.</summary>
    public ImmutableDictionary<string, UnitRule> Units { get; private init; } = ImmutableDictionary<string, UnitRule>.Empty;

    /// <summary>What makes a lupus anticoagulant unreadable.</summary>
    public ImmutableDictionary<Circumstance, CircumstanceRule> Disturbing { get; private init; } = ImmutableDictionary<Circumstance, CircumstanceRule>.Empty;

    /// <summary>What is wrong with the tables.</summary>
    public ImmutableArray<Issue> Issues { get; private init; } = [];

    /// <summary>Reads the tables of a library.</summary>
    public static AntibodyTable Read(Library library)
    {
        var issues = new List<Issue>();
        var catalogue = new Catalogue("antibody reading", library, issues);
        var limits = ReadLimits(catalogue, issues);
        var tests = new Dictionary<AntibodyTest, TestRule>();
        foreach (var row in catalogue.Rows("test", "fact", "counts above", "needed for none"))
        {
            if (library.Vocabulary.Named(row["fact"].Text) is { Type.Kind: FactKind.Choice } fact)
                tests[row.Choice("test", TestWords)] = new(fact, NumberOrDash(row, "counts above"), row.Choice("needed for none", YesNo));
            else
                row.Refuse(IssueCode.UnknownName, row["fact"], $"Expected a choice of the vocabulary; found '{row["fact"].Text}'.", library.Vocabulary.Hint(row["fact"].Text));
        }

        var units = catalogue.Rows("unit", "standard", "graded").ToList()
            .ToDictionary(row => row["unit"].Text, row => new UnitRule(row.Choice("standard", YesNo), row.Choice("graded", YesNo)));
        var disturbing = new Dictionary<Circumstance, CircumstanceRule>();
        foreach (var row in catalogue.Rows("circumstance", "limit", "a positive", "a negative"))
            disturbing[row.Choice("circumstance", Circumstances)] = new(row["circumstance"].Text, Limit(row), row.Choice("a positive", Opens), row.Choice("a negative", Opens));
        catalogue.RefuseOthers();
        return new()
        {
            Limits = limits, Tests = tests.ToImmutableDictionary(), Units = units.ToImmutableDictionary(), Disturbing = disturbing.ToImmutableDictionary(), Issues = [.. issues],
        };
    }

    private static AntibodyLimits? ReadLimits(Catalogue catalogue, List<Issue> issues)
    {
        var rows = catalogue.Rows("parameter", "value", "meaning").ToList();
        if (rows.Count == 0)
            return null;
        var before = issues.Count;
        var limits = new AntibodyLimits
        {
            RepeatFrom = Days("repeat from"),
            AfterALoss = Days("sample after a loss from"),
            Moderate = Number("moderate titre from"),
            High = Number("high titre from"),
            GreatestTitre = Number("greatest titre"),
            GreatestInr = Number("greatest INR"),
            GreatestAntiXa = Number("greatest anti-Xa"),
        };
        return issues.Count == before ? limits : null;

        int Days(string parameter) => (int)(Value(parameter, "a length of time such as 12 wk", Literal.Minutes) / MinutesPerDay);
        decimal Number(string parameter) => Value(parameter, "a number", Literal.Plain);

        decimal Value(string parameter, string expected, Func<string, decimal?> read)
        {
            if (rows.Find(row => row["parameter"].Text == parameter) is not { } row)
                rows[0].Refuse(IssueCode.MalformedTable, rows[0]["parameter"], $"Expected a row '{parameter}' in this table.");
            else if (read(row["value"].Text) is { } value)
                return value;
            else
                row.Refuse(IssueCode.MalformedCell, row["value"], $"Expected {expected}; found '{row["value"].Text}'.");
            return 0;
        }
    }

    private static decimal? NumberOrDash(CatalogueRow row, string column)
    {
        if (row[column].IsDash)
            return null;
        if (Literal.Plain(row[column].Text) is { } number)
            return number;
        row.Refuse(IssueCode.MalformedCell, row[column], $"Expected a number or a dash; found '{row[column].Text}'.");
        return null;
    }

    private static Interval Limit(CatalogueRow row)
    {
        var everything = Interval.Closed(decimal.MinValue, decimal.MaxValue);
        var type = FactType.Numeric(FactKind.Number, "", everything);
        return row["limit"].IsDash || row.Test("limit", type) is not ValueSet.Numbers numbers ? everything : numbers.Intervals[0];
    }
}
