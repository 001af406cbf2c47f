using System.Collections.Concurrent;
using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Values;
using Decidua.Proof.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Explaining;
using Decidua.Reasoning.Facts;

namespace Decidua.Cli.Proving;

/// <summary>One thing on which engine and solver differ.</summary>
/// <param name="What">The row or derived value.</param>
/// <param name="Engine">What the engine says.</param>
/// <param name="Solver">What the solver says.</param>
/// <param name="Woman">The woman.</param>
internal sealed record Disparity(string What, string Engine, string Solver, WomanFacts Woman);

/// <summary>Holds the engine against the solver, document by document, on random women at the edges of the tables.</summary>
/// <param name="assessor">The engine.</param>
/// <param name="solver">The solver.</param>
internal sealed class CrossCheckRun(Assessor assessor, SolverProcess solver)
{
    private const int Seed = 1;
    private const int Batch = 250;
    private const double Presumed = 0.6;

    /// <summary>Compares every row and every derived value of every document.</summary>
    /// <param name="women">How many women each document is asked about.</param>
    /// <param name="progress">Told after each document how many are done.</param>
    /// <returns>How many answers were compared, a document and a woman each, and where they differ; null differences when the solver failed.</returns>
    internal (int Compared, ImmutableArray<Disparity>? Differences) Run(int women, Action<int, int> progress)
    {
        var random = new RandomWomen(assessor, Seed, assessor.Library.Guidelines[0].Id);
        var all = Enumerable.Range(0, women).Select(_ => random.Next(Presumed)).ToArray();
        ImmutableArray<Guideline> documents = [.. assessor.Library.Guidelines, .. assessor.Library.Planning];
        var found = new ConcurrentBag<Disparity>();
        var (compared, done, failed) = (0, 0, false);
        Parallel.ForEach(documents, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, document =>
        {
            var check = new CrossCheck(assessor.Library, document);
            foreach (var batch in all.Chunk(Batch))
            {
                var says = check.Read(solver.Ask(check.Script(batch.Select(woman => (Func<Decidua.Knowledge.Vocabulary.Fact, ValueSet>)(fact => woman[fact].Values)))) ?? "");
                if (says.Length != batch.Length) failed = true;
                else for (var index = 0; index < batch.Length; index++) Compare(document, batch[index], says[index], found);
                Interlocked.Add(ref compared, batch.Length);
            }

            progress(Interlocked.Increment(ref done), documents.Length);
        });
        return (compared, failed ? null : [.. found.OrderBy(one => one.What, StringComparer.Ordinal)]);
    }

    private void Compare(Guideline document, WomanFacts woman, SolverSays solver, ConcurrentBag<Disparity> found)
    {
        var answer = assessor.Assess(woman, protocol: null, document.Id).Of(document.Id)!;
        foreach (var row in document.Rows)
        {
            var engine = answer.StateOf(row) == RowState.Fires;
            if (solver.Stands(row) != engine) found.Add(new Disparity(row.Address, answer.StateOf(row).Word(), $"{solver.Stands(row)}", woman));
        }

        foreach (var value in document.Computed)
        {
            var values = answer.DerivedValue(value.Address)!.Values;
            var engine = values switch { ValueSet.Choices { IsSingle: true } choice => choice.Index, ValueSet.Numbers { IsSingle: true } number => (int?)number.Single, _ => null };
            if (solver.Value(value) != engine) found.Add(new Disparity(value.Address, ValueText.Set(value.Type, values), $"{solver.Value(value)}", woman));
        }
    }
}
