using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;

namespace Decidua.Reasoning.Deriving.Antibodies;

/// <summary>Reads a lupus anticoagulant: the laboratory's word, unless something in the blood makes it unreadable.</summary>
/// <param name="chart">Her medicines and pregnancies; receives the issues.</param>
/// <param name="table">What makes it unreadable.</param>
internal sealed class LupusReader(Chart chart, AntibodyTable table)
{
    private readonly SampleSurroundings surroundings = new(chart, table);

    /// <summary>The reading; open, with an issue that says why, when it cannot be read.</summary>
    public AntibodyReading Read(AntibodyReading reading)
    {
        if (IsPositive(reading.Result) is not { } isPositive)
        {
            Report(reading, IssueCode.IncompleteResult, "a ratio says nothing without the laboratory's word or its 99th centile. It was left open.",
                "Add the laboratory's word or its 99th centile.");
            return reading with { Counts = Presence.Possible, IsReadable = false };
        }

        var disturbed = surroundings.Of(reading).Where(table.Disturbing.ContainsKey).Select(circumstance => table.Disturbing[circumstance]).ToList();
        var opening = disturbed.FindAll(rule => isPositive ? rule.OpensPositive : rule.OpensNegative);
        if (opening.Count > 0)
        {
            Report(reading, IssueCode.UnreadableTest, $"it cannot be read ({Reasons(opening)}). It was taken neither as a yes nor as a no.",
                "Repeat it when nothing disturbs it.");
            return reading with { Counts = Presence.Possible, IsReadable = false };
        }

        if (disturbed.Count > 0)
            Report(reading, IssueCode.UnreadableTest, $"read with caution ({Reasons(disturbed)}).", "Repeat it when nothing disturbs it.");
        return reading with { Counts = isPositive ? Presence.Present : Presence.Absent };
    }

    private static bool? IsPositive(AntibodyResult result) => result.Verdict switch
    {
        AntibodyVerdict.Negative => false,
        AntibodyVerdict.Unstated when result is { Titre: { Comparator: "" } ratio, Centile99: { } centile } => ratio.Value > centile,
        AntibodyVerdict.Unstated => null,
        _ => true,
    };

    private static string Reasons(List<CircumstanceRule> rules) => string.Join("; ", rules.Select(rule => rule.Name));

    private void Report(AntibodyReading reading, string code, string message, string remedy) =>
        chart.Report(new(code, Severity.Warning, reading.Result.From.Place, $"{reading.Citation}: {message}", remedy));
}
