using System.Collections.Immutable;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Compiling;

namespace Decidua.Reasoning.Explaining;

/// <summary>
/// Searches for the smallest change of facts that flips a row: first one fact, then two, then three, each over all classes into
/// which the tables cut it. Only facts on which the row can depend are tried.
/// </summary>
internal sealed class FlipSearch
{
    private const int MostFacts = 3;
    private const int MostChanges = 5;
    private const int MostCandidates = 500;
    private const int MostRuns = 250_000;
    private readonly RuleProgram program;
    private readonly ulong[] masks;
    private readonly int row;
    private readonly Slot[] slots;
    private readonly List<Change> found = [];
    private int runs;

    private FlipSearch(GuidelineAnswer answer, Row row)
    {
        program = answer.Evaluation.Program;
        masks = answer.Evaluation.Masks;
        this.row = program.IndexOf[row];
        slots = [.. Cone(answer.Guideline, row).Select(program.SlotOf).OfType<Slot>().Where(slot => slot.Term.Fact is not null).OrderBy(slot => slot.Term.Fact!.Index)];
    }

    /// <summary>The smallest changes; empty when none within the limits flips the row.</summary>
    internal static ImmutableArray<Change> Find(GuidelineAnswer answer, Row row)
    {
        var state = answer.StateOf(row);
        var wanted = state switch
        {
            RowState.Fires => new[] { RowState.DoesNotFire, RowState.SetAside },
            _ => [RowState.Fires],
        };
        var search = new FlipSearch(answer, row);
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
            var evaluation = program.Run((ulong[])changed.Clone());
            var state = StateIn(evaluation);
            if (wanted.Contains(state))
                found.Add(new Change([.. picked.Select(slot => (slot.Term.Fact!, slot.Partition.SetOf(changed[slot.Index])))], state));
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
            foreach (var input in guideline.Tables.Where(table => table.Decides == value).SelectMany(table => table.Inputs)) pending.Enqueue(input);
        }

        return terms;
    }

    private static IEnumerable<Term> Linked(Knowledge.Guideline guideline, Row row)
    {
        var table = guideline.Tables.First(table => table.Rows.Contains(row));
        var rows = (table.Policy == HitPolicy.First ? table.Rows.TakeWhile(other => other != row) : [])
            .Concat(guideline.Rows.Where(other => other.Overrides.Contains(row.Address))).Append(row);
        return rows.SelectMany(one => one.Conditions).Select(condition => condition.Term);
    }
}
