using System.Collections.Frozen;
using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Documents;
using Decidua.Knowledge.Tables;

namespace Decidua.Server.Documents;

/// <summary>A guideline document as readers see it: which tables decide, and where in the page each row stands.</summary>
public sealed class DocumentView
{
    private readonly FrozenDictionary<string, string> anchors;

    /// <summary>Looks a guideline over once.</summary>
    /// <param name="guideline">The guideline.</param>
    public DocumentView(Guideline guideline)
    {
        Guideline = guideline;
        var taken = guideline.Document.Sections.Select(section => section.Id).ToHashSet();
        var made = new Dictionary<string, string>();
        foreach (var row in guideline.Rows)
        {
            var anchor = taken.Add(row.Id) ? row.Id : $"{row.Address.Split('/')[1]}.{row.Id}";
            taken.Add(anchor);
            made.Add(row.Address, anchor);
        }

        anchors = made.ToFrozenDictionary();
    }

    /// <summary>The guideline.</summary>
    public Guideline Guideline { get; }

    /// <summary>The sections that have a heading.</summary>
    public IEnumerable<Section> Headed => Guideline.Document.Sections.Where(section => section.Id.Length > 0);

    /// <summary>The decision table that a table of the document is; null for one that only lists.</summary>
    /// <param name="layout">A table of the document.</param>
    public DecisionTable? Decides(MarkdownTable layout) => Guideline.Tables.FirstOrDefault(table => ReferenceEquals(table.Layout, layout));

    /// <summary>The place of a row in the page: its id, or table and id where another table has the same id before it.</summary>
    /// <param name="row">A row of this guideline.</param>
    public string Anchor(Row row) => anchors[row.Address];

    /// <summary>How many rows were checked in each way, best first.</summary>
    /// <param name="guideline">The guideline.</param>
    public static ImmutableArray<(Checked How, int Rows)> Shares(Guideline guideline) =>
        [.. guideline.Rows.GroupBy(row => row.Checked).OrderBy(same => same.Key).Select(same => (same.Key, same.Count()))];
}
