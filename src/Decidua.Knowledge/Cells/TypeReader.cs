using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Cells;

/// <summary>Reads the declaration of a type: <c>yes/no</c>, <c>one of: a, b</c>, <c>count</c>, <c>number</c>, <c>gestation</c>, <c>duration</c>.</summary>
internal static class TypeReader
{
    private static readonly string[] Kinds = ["yes/no", "one of: …", "count", "number", "gestation", "duration"];

    /// <summary>Reads one declaration; null when it is not understood, with an issue.</summary>
    internal static FactType? Read(Cell type, Cell unit, Cell range, ICollection<Issue> issues)
    {
        const string oneOf = "one of:";
        if (type.Text == "yes/no") return FactType.YesNo;
        if (type.Text.StartsWith(oneOf, StringComparison.Ordinal)) return Choices(type, type.Text[oneOf.Length..], issues);
        FactKind? kind = type.Text switch
        {
            "count" => FactKind.Count,
            "number" => FactKind.Number,
            "gestation" => FactKind.Gestation,
            "duration" => FactKind.Duration,
            _ => null,
        };
        if (kind is null)
        {
            issues.Add(KnowledgeIssue.At(type.Place, IssueCode.BadDeclaration,
                $"Expected a type ({string.Join(", ", Kinds)}); found '{type.Text}'.", Nearest.Hint(type.Text, Kinds)));
            return null;
        }

        var everything = FactType.Numeric(kind.Value, unit.Text, DefaultRange(kind.Value));
        if (range.IsDash)
        {
            if (kind is FactKind.Gestation or FactKind.Duration or FactKind.Count) return everything;
            issues.Add(KnowledgeIssue.At(type.Place, IssueCode.BadDeclaration, "A number needs a range of plausible values; found none.",
                "Write one such as [25..350]."));
            return null;
        }

        switch (new TestReader(everything, issues).Read(range))
        {
            case ValueSet.Numbers { Intervals: [var interval] }:
                return FactType.Numeric(kind.Value, unit.Text, interval);
            case not null:
                issues.Add(KnowledgeIssue.At(range.Place, IssueCode.BadDeclaration, $"Expected one range such as [25..350]; found '{range.Text}'."));
                return null;
            default:
                return null;
        }
    }

    private static FactType? Choices(Cell cell, string list, ICollection<Issue> issues)
    {
        ImmutableArray<string> choices = [.. list.Split(',', StringSplitOptions.TrimEntries)];
        if (choices.Length is < 2 or > FactType.MostClasses || choices.Contains("") || choices.Distinct().Count() < choices.Length)
        {
            issues.Add(KnowledgeIssue.At(cell.Place, IssueCode.BadDeclaration,
                $"Expected 2 to {FactType.MostClasses} different choices separated by commas; found '{list.Trim()}'."));
            return null;
        }

        return FactType.OneOf(choices);
    }

    /// <summary>The widest values that a type can hold where the declaration gives no range.</summary>
    private static Interval DefaultRange(FactKind kind) => kind switch
    {
        FactKind.Gestation => Interval.Closed(0, WidestGestationDays),
        FactKind.Duration => Interval.Closed(0, WidestMinutes),
        FactKind.Count => Interval.Closed(0, WidestNumber),
        _ => Interval.Closed(-WidestNumber, WidestNumber),
    };

    private const decimal WidestGestationDays = (45 * 7) - 1;
    private const decimal WidestMinutes = 200m * 366 * 24 * 60;
    private const decimal WidestNumber = 1_000_000_000;
}
