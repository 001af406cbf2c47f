using Decidua.Knowledge.Values;
using Decidua.Proof.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Facts;
using Decidua.Reasoning.Tests;

namespace Decidua.Proof.Tests;

/// <summary>The solver's answer about one woman, row by row, is that of the engine; and the comparison notices when it is another woman's.</summary>
public sealed class CrossCheckTests
{
    private const string Guideline = "rcog-37a-2015";

    [Fact]
    public void Engine_and_solver_say_the_same_of_each_row_and_value()
    {
        Assert.SkipUnless(Solver.IsThere, "z3 is not installed.");
        var check = new CrossCheck(KnowledgeOnDisk.Library, KnowledgeOnDisk.Library.Guideline(Guideline)!);
        WomanFacts[] women = [Woman(36, "yes"), Woman(20, "no"), Woman(35, "yes")];
        var says = check.Read(Solver.Ask(check.Script(women.Select(woman => (Func<Knowledge.Vocabulary.Fact, ValueSet>)(fact => woman[fact].Values)))));
        says.Length.ShouldBe(women.Length);
        for (var index = 0; index < women.Length; index++) Differences(check, says[index], women[index]).ShouldBeEmpty();
        Differences(check, says[0], women[1]).ShouldNotBeEmpty("a woman of 36 who smokes is not one of 20 who does not");
        Differences(check, says[0], women[2]).ShouldNotBeEmpty("36 scores for age, 35 does not");
    }

    [Fact]
    public void An_answer_that_is_not_there_is_no_agreement()
    {
        var check = new CrossCheck(KnowledgeOnDisk.Library, KnowledgeOnDisk.Library.Guideline(Guideline)!);
        check.Read("").ShouldBeEmpty();
        check.Read("sat\n()\n").ShouldAllBe(says => says.Stands(check.Document.Rows.First()) == null);
    }

    private static List<string> Differences(CrossCheck check, SolverSays says, WomanFacts woman)
    {
        var answer = KnowledgeOnDisk.Assessor.Assess(woman, null, Guideline).Of(Guideline)!;
        return
        [
            .. check.Document.Rows.Where(row => says.Stands(row) != (answer.StateOf(row) == RowState.Fires)).Select(row => row.Address),
            .. check.Document.Computed.Where(value => answer.DerivedValue(value.Address)!.Values is ValueSet.Numbers { IsSingle: true } number && says.Value(value) != (int)number.Single).Select(value => value.Address),
        ];
    }

    /// <summary>A woman of whom everything is known: the presumed value, else the lowest.</summary>
    private static WomanFacts Woman(int age, string smoker)
    {
        var vocabulary = KnowledgeOnDisk.Library.Vocabulary;
        var facts = vocabulary.Facts.Where(fact => !fact.Absent.IsSingle).Aggregate(WomanFacts.None(vocabulary), (known, fact) => known.With(fact, fact.Type.IsNumeric
            ? new ValueSet.Numbers(Interval.Point(fact.Type.Range.Low)) : new ValueSet.Choices(1)));
        var phase = vocabulary.Named("phase")!;
        return facts.With(phase, phase.Type.Choice("pregnant")!).With(vocabulary.Named("age")!, new ValueSet.Numbers(Interval.Point(age)))
            .With(vocabulary.Named("smoker")!, vocabulary.Named("smoker")!.Type.Choice(smoker)!);
    }
}
