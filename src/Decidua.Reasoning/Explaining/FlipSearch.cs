using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;
using Decidua.Reasoning.Facts;

namespace Decidua.Reasoning.Explaining;

/// <summary>
/// Searches for the smallest change of facts that flips a row: first one fact, then two, then three, each over all classes into
/// which the tables cut it. Only facts on which the row can depend are tried, and only changes that leave a woman who can exist.
/// </summary>
internal sealed class FlipSearch
{
    private const int MostFacts = 3;
    private const int MostChanges = 5;
    private const int MostCandidates = 500;
    private const int MostRuns = 250_000;
    private readonly RuleProgram program;
    private readonly Consistency consistency;
    private readonly WomanFacts given;
    private readonly ulong[] masks;
    private readonly int row;
    private readonly Slot[] slots;
    private readonly List<Change> found = [];
    private int runs;

    private FlipSearch(Assessment assessment, GuidelineAnswer answer, Row row)
    {
        consistency = new Consistency(assessment.Library);
        given = assessment.Given;
        program = answer.Evaluation.Program;
        masks = answer.Evaluation.Masks;
        this.row = program.IndexOf[row];
        slots = [.. Cone(answer.Guideline, row).Select(program.SlotOf).OfType<Slot>().Where(slot => slot.Term.Fact is not null).OrderBy(slot => slot.Term.Fact!.Index)];
    }

    /// <summary>The smallest changes; empty when none within the limits flips the row.</summary>
    internal static ImmutableArray<Change> Find(Assessment assessment, GuidelineAnswer answer, Row row)
    {
        var state = answer.StateOf(row);
        var wanted = state switch
        {
            RowState.Fires => new[] { RowState.DoesNotFire, RowState.SetAside },
            _ => [RowState.Fires],
        };
        var search = new FlipSearch(assessment, answer, row);
        for (var size = 1; size <= MostFacts; size++)
        {
            search.Try(0, size, (ulong[])search.masks.Clone(), [], wanted);
            if (search.found.Count > 0) break;
        }

        var counted = Counted(answer, row);
        return [.. search.found
            .OrderBy(change => change.Facts.Count(pair => !counted.Contains(pair.Fact)))
            .ThenBy(change => change.NewState)
            .Take(MostChanges)];
    }

    /// <summary>The facts that make up what the row tests at present: a reader looks for the change among these first.</summary>
    private static HashSet<Knowledge.Vocabulary.Fact> Counted(GuidelineAnswer answer, Row row) =>
    [
        .. row.Conditions.Where(condition => condition.Term.Derived is not null)
            .SelectMany(condition => Explainer.Find(answer, condition).MadeBy)
            .SelectMany(maker => maker.Conditions).Select(condition => condition.Term.Fact).OfType<Knowledge.Vocabulary.Fact>(),
    ];

    private void Try(int first, int size, ulong[] changed, ImmutableArray<Slot> picked, RowState[] wanted)
    {
        if (size == 0)
        {
            runs++;
            if (wanted.Contains(StateIn(program.Run((ulong[])changed.Clone())))) Keep(picked, changed, wanted);
            return;
        }

        for (var index = first; index <= slots.Length - size; index++)
        {
            var slot = slots[index];
            var present = masks[slot.Index];
            for (var rest = slot.Partition.Full; rest != 0 && found.Count < MostCandidates && runs < MostRuns; rest &= rest - 1)
            {
                var one = rest & (~rest + 1);
                if (one == present) continue;
                changed[slot.Index] = one;
                Try(index + 1, size - 1, changed, picked.Add(slot), wanted);
            }

            changed[slot.Index] = present;
        }
    }

    /// <summary>
    /// Keeps a change if it can be entered: what the other facts then rule out is worked out anew, since it may have followed from
    /// the facts that are changed.
    /// </summary>
    private void Keep(ImmutableArray<Slot> picked, ulong[] changed, RowState[] wanted)
    {
        var change = picked.Select(slot => (slot.Term.Fact!, slot.Partition.SetOf(changed[slot.Index]))).ToImmutableArray();
        var facts = change.Aggregate(given, (now, pair) => now.With(pair.Item1, pair.Item2));
        if (!consistency.Contradictions(facts).IsEmpty) return;
        var state = StateIn(program.Run(program.MasksOf(consistency.Narrow(facts))));
        if (wanted.Contains(state)) found.Add(new Change(change, state));
    }

    private RowState StateIn(Evaluation evaluation) =>
        evaluation.Certain[row] ? RowState.Fires
        : evaluation.Possible[row] ? RowState.Possible
        : evaluation.IsSetAside(row) ? RowState.SetAside
        : RowState.DoesNotFire;

    /// <summary>Every term on which a row can depend: those it reads, those that make them, earlier rows of an F table, exceptions.</summary>
    private static HashSet<Term> Cone(Knowledge.Guideline guideline, Row row)
    {
        var terms = new HashSet<Term>();
        var pending = new Queue<Term>(Linked(guideline, row));
        while (pending.TryDequeue(out var term))
        {
            if (!terms.Add(term) || term.Derived is not { } value) continue;
            foreach (var input in guideline.Deciding(value).SelectMany(table => table.Inputs)) pending.Enqueue(input);
        }

        return terms;
    }

    /// <summary>The terms of the row, of the rows before it in a table with F, of its exceptions, and of theirs.</summary>
    private static HashSet<Term> Linked(Knowledge.Guideline guideline, Row row)
    {
        var seen = new HashSet<Row>();
        var before = new HashSet<Row>();
        var pending = new Queue<Row>([row]);
        while (pending.TryDequeue(out var next))
        {
            if (!seen.Add(next)) continue;
            var table = guideline.Evaluated.First(table => table.Rows.Contains(next));
            if (table.Policy == HitPolicy.First) before.UnionWith(table.Rows.TakeWhile(other => other != next));
            foreach (var exception in guideline.Rows.Where(other => other.Overrides.Contains(next.Address))) pending.Enqueue(exception);
        }

        return [.. seen.Union(before).SelectMany(one => one.Conditions).Select(condition => condition.Term)];
    }
}
