using Decidua.Clinical.Issues;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;

namespace Decidua.Knowledge.Checking;

/// <summary>Checks that a whole document cuts no term into more classes than a mask holds.</summary>
internal static class PartitionCheck
{
    internal static void Check(Guideline guideline, ICollection<Issue> issues)
    {
        foreach (var (term, partition) in DocumentPartitions.Of(guideline))
            if (partition.Count > FactType.MostClasses)
                issues.Add(KnowledgeIssue.At(guideline.Document.Start, IssueCode.TooLargeKnowledge,
                    $"The tables cut '{term.Name}' into {partition.Count} classes; at most {FactType.MostClasses} are possible.", "Split the document."));
    }
}

/// <summary>The partition of every term of a document over all its tables.</summary>
public static class DocumentPartitions
{
    /// <summary>One partition per term that some row reads or some table decides, in a fixed order.</summary>
    /// <param name="guideline">The document.</param>
    public static IReadOnlyList<KeyValuePair<Term, Partition>> Of(Guideline guideline)
    {
        var conditions = guideline.Evaluated.SelectMany(table => table.Rows).SelectMany(row => row.Conditions).ToList();
        var tested = conditions.ToLookup(condition => condition.Term, condition => condition.Values);
        var terms = conditions.Select(condition => condition.Term).Concat(guideline.Computed.Select(Term.Of)).Distinct();
        return [.. terms.Select(term => KeyValuePair.Create(term, Partition.Of(term.Type, tested[term], everyValue: term.Derived is not null)))];
    }
}
