using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Protocols;

/// <summary>Reads a protocol: its channels and parameters.</summary>
internal static class ProtocolReader
{
    private static readonly ImmutableDictionary<string, string[]> KnownParameters = new Dictionary<string, string[]>
    {
        [Protocol.WeightRounding] = ["exact", "whole kilograms"],
        [Protocol.Drug] = ["enoxaparin", "dalteparin", "tinzaparin", "nadroparin", "bemiparin", "UFH"],
        [Protocol.RoundingTie] = ["down", "up"],
    }.ToImmutableDictionary();

    internal static Protocol Read(MarkdownDocument document, IReadOnlyDictionary<string, Guideline> guidelines, IReadOnlyDictionary<string, Guideline> planning, ICollection<Issue> issues)
    {
        var plans = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var channels = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, ProtocolParameter>(StringComparer.Ordinal);
        foreach (var table in document.Sections.SelectMany(section => section.Tables))
        {
            switch (table.Header.Select(cell => cell.Text).ToArray())
            {
                case ["channel", "guideline", ..]:
                    foreach (var row in table.Rows) ReadChannel(row);
                    break;
                case ["plan", "document", ..]:
                    foreach (var row in table.Rows) ReadPlanning(row);
                    break;
                case ["parameter", "value", "meaning", "source", ..]:
                    foreach (var row in table.Rows) ReadParameter(row);
                    break;
                default:
                    issues.Add(KnowledgeIssue.At(table.Place, IssueCode.MalformedTable,
                        "Expected the columns 'channel, guideline', 'plan, document' or 'parameter, value, meaning, source, checked'."));
                    break;
            }
        }

        return new Protocol
        {
            Id = document.Id,
            Title = document["title"],
            IsDefault = document["default"] == "true",
            Channels = channels.ToImmutable(),
            Planning = plans.ToImmutable(),
            Parameters = parameters.ToImmutable(),
        };

        void ReadChannel(ImmutableArray<Cell> row)
        {
            if (!guidelines.TryGetValue(row[1].Text, out var guideline))
                issues.Add(KnowledgeIssue.At(row[1].Place, IssueCode.UnknownReference,
                    $"Expected the id of a guideline; found '{row[1].Text}'.", Nearest.Hint(row[1].Text, guidelines.Keys)));
            else if (guideline.IsPractice)
                issues.Add(KnowledgeIssue.At(row[1].Place, IssueCode.UnknownReference,
                    $"'{row[1].Text}' describes a practice and can be shown, never chosen."));
            else if (ChannelsOf(guideline) is var answered && !answered.Contains(row[0].Text))
                issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.UnknownReference,
                    $"Expected a channel that '{guideline.Id}' answers ({string.Join(", ", answered)}); found '{row[0].Text}'.", Nearest.Hint(row[0].Text, answered)));
            if (!channels.TryAdd(row[0].Text, row[1].Text))
                issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.DuplicateId, $"The channel '{row[0].Text}' stands twice in this protocol."));
        }

        void ReadPlanning(ImmutableArray<Cell> row)
        {
            var known = planning.Keys.Concat(guidelines.Keys).ToList();
            if (!PlanningTopic.All.Contains(row[0].Text))
                issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.UnknownReference,
                    $"Expected one of {string.Join(", ", PlanningTopic.All.Order(StringComparer.Ordinal))}; found '{row[0].Text}'.", Nearest.Hint(row[0].Text, PlanningTopic.All)));
            if (!known.Contains(row[1].Text))
                issues.Add(KnowledgeIssue.At(row[1].Place, IssueCode.UnknownReference,
                    $"Expected the id of a planning document or a guideline; found '{row[1].Text}'.", Nearest.Hint(row[1].Text, known)));
            if (!plans.TryAdd(row[0].Text, row[1].Text))
                issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.DuplicateId, $"'{row[0].Text}' stands twice in this protocol."));
        }

        void ReadParameter(ImmutableArray<Cell> row)
        {
            if (KnownParameters.TryGetValue(row[0].Text, out var values) && !values.Contains(row[1].Text))
                issues.Add(KnowledgeIssue.At(row[1].Place, IssueCode.UnknownChoiceInCell,
                    $"Expected {string.Join(" or ", values)}; found '{row[1].Text}'.", Nearest.Hint(row[1].Text, values)));
            if (!parameters.TryAdd(row[0].Text, new ProtocolParameter(row[1].Text, row[2].Text, row[3].Text)))
                issues.Add(KnowledgeIssue.At(row[0].Place, IssueCode.DuplicateId, $"The parameter '{row[0].Text}' stands twice in this protocol."));
        }
    }

    /// <summary>The guideline's own channel, and those that single rows of it name.</summary>
    private static List<string> ChannelsOf(Guideline guideline) =>
        [.. guideline.Rows.Select(row => row.Advice?.Channel).OfType<string>().Prepend(guideline.Channel).Distinct()];
}
