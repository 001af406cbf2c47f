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

/// <summary>A term and its classes.</summary>
/// <param name="Term">A fact or derived value.</param>
/// <param name="Partition">The classes into which a document cuts it.</param>
public sealed record TermPartition(Term Term, Partition Partition);

/// <summary>The partition of every term of a document over all its tables.</summary>
public static class DocumentPartitions
{
    /// <summary>One partition per term that some row reads or some table decides, in a fixed order.</summary>
    /// <param name="guideline">The document.</param>
    public static IReadOnlyList<TermPartition> Of(Guideline guideline)
    {
        var terms = new List<Term>();
        var tested = new Dictionary<Term, List<ValueSet>>();
        foreach (var table in guideline.Evaluated)
            foreach (var row in table.Rows)
                foreach (var condition in row.Conditions) SetsOf(condition.Term).Add(condition.Values);
        foreach (var value in guideline.Computed) SetsOf(Term.Of(value));
        return terms.ConvertAll(term => new TermPartition(term, Partition.Of(term.Type, tested[term], everyValue: term.Derived is not null)));

        List<ValueSet> SetsOf(Term term)
        {
            if (tested.TryGetValue(term, out var sets)) return sets;
            terms.Add(term);
            tested.Add(term, sets = []);
            return sets;
        }
    }
}
