using System.Collections.Immutable;
using Decidua.Knowledge;
using Decidua.Knowledge.Safety;
using Decidua.Knowledge.Tables;
using Decidua.Knowledge.Values;
using Decidua.Knowledge.Vocabulary;
using Decidua.Proof.Answering;
using Decidua.Proof.Asking;
using Decidua.Reasoning.Tests;

namespace Decidua.Proof.Tests;

/// <summary>For each kind of check a document with a fault in it is caught, with a woman who has what the fault is about.</summary>
public sealed class PlantedFaultTests
{
    private const string Guideline = "rcog-37a-2015";

    [Fact]
    public void A_contraindication_left_out_is_caught_with_a_woman_of_low_platelets()
    {
        var library = Changed(Guideline, text => Without(Without(text, "CI-04"), "LCI-04"));
        var woman = Refuted(new InvariantQuestions(library).Of(library.Protocol("uk")!), QuestionKind.Never, "NEV-05 protocol uk");
        Number(woman, "platelet count").ShouldBeLessThan(75);
        Refuted(new InvariantQuestions(library).Of(library.Guideline(Guideline)!), QuestionKind.Always, "ALW-01 rcog-37a-2015");
    }

    [Fact]
    public void A_D_dimer_that_means_heparin_is_caught()
    {
        var library = Changed(Guideline, text => text.Replace("## LMWH indicated\n", "## A bad idea\n\n| C | fact | is | → advice | → subject | → from | source | checked |\n|---|---|---|---|---|---|---|---|\n| BAD-01 | raised D-dimer | yes | offer | LMWH | now | planted | recalled |\n\n## LMWH indicated\n", StringComparison.Ordinal));
        Refuted(new InvariantQuestions(library).Of(library.Guideline(Guideline)!), QuestionKind.Independent, "IND-01 rcog-37a-2015");
    }

    [Fact]
    public void A_dose_that_falls_with_weight_is_caught()
    {
        var library = Changed(Guideline, text => text.Replace("| DOS-03 | (90..130] | 60 |", "| DOS-03 | (90..130] | 30 |", StringComparison.Ordinal));
        var woman = Refuted(new InvariantQuestions(library).Of(library.Guideline(Guideline)!), QuestionKind.Monotone, "MON-13 rcog-37a-2015");
        Number(woman, "dosing weight").ShouldBeInRange(50, 90);
    }

    [Fact]
    public void A_gap_is_caught_with_a_woman_in_it()
    {
        var sheet = DocumentQuestions.Of(KnowledgeOnDisk.Library, With("prophylactic-dose", table => Rebuilt(table, table.Rows.Where(row => row.Id != "DOS-03"))));
        var woman = Refuted(sheet, QuestionKind.Complete, "rcog-37a-2015/prophylactic-dose");
        Number(woman, "dosing weight").ShouldBeInRange(90, 130);
    }

    [Fact]
    public void An_overlap_is_caught_with_a_woman_in_it()
    {
        var sheet = DocumentQuestions.Of(KnowledgeOnDisk.Library, With("prophylactic-dose", table => Rebuilt(table, table.Rows.Select(row => row.Id == "DOS-02" ? Widened(row) : row))));
        var woman = Refuted(sheet, QuestionKind.Disjoint, "rcog-37a-2015/prophylactic-dose");
        Number(woman, "dosing weight").ShouldBeGreaterThan(90);
    }

    [Fact]
    public void A_row_behind_one_that_catches_all_is_caught() =>
        Refuted(DocumentQuestions.Of(KnowledgeOnDisk.Library, With("postnatal-tier", table => Rebuilt(table, table.Rows.Reverse()))), QuestionKind.Reachable, "rcog-37a-2015/postnatal-tier/TIER-01").ShouldBeEmpty();

    [Fact]
    public void An_invariant_about_nobody_is_caught()
    {
        var platelets = KnowledgeOnDisk.Library.Vocabulary.Named("platelet count")!;
        var both = new FactCondition[] { new(platelets, platelets.Type.Numbers(Interval.Closed(0, 50)), "low"), new(platelets, platelets.Type.Numbers(Interval.Closed(100, 200)), "high") };
        var library = With([new Invariant.Never { Id = "BAD-02", When = [.. both], Outcome = new Outcome(OutcomeKind.Given, "LMWH", Decidua.Knowledge.Advice.Intensity.None), Why = "", Source = "", Checked = Checked.Recalled, Place = platelets.Place }]);
        Refuted(new InvariantQuestions(library).Of(library.Guideline(Guideline)!), QuestionKind.NotVacuous, "BAD-02 rcog-37a-2015").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("unsat\n")]
    [InlineData("unknown")]
    [InlineData("(error \"out of memory\")")]
    public void Anything_but_an_answer_to_every_question_is_no_answer(string output)
    {
        var sheet = DocumentQuestions.Of(KnowledgeOnDisk.Library, KnowledgeOnDisk.Library.Guideline("sydney-2006")!);
        SolverReply.Read(sheet, output).ShouldAllBe(answer => answer.Verdict == Verdict.NoAnswer);
        SolverReply.Read(sheet, string.Concat(Enumerable.Repeat("unknown\n", sheet.Questions.Length))).ShouldAllBe(answer => answer.Verdict == Verdict.NoAnswer);
    }

    private static ImmutableArray<(Fact Fact, ValueSet Value)> Refuted(QuestionSheet sheet, QuestionKind kind, string id)
    {
        Assert.SkipUnless(Solver.IsThere, "z3 is not installed.");
        var answers = SolverReply.Read(sheet, Solver.Ask(sheet.Script()));
        var answer = answers.Single(answer => answer.Question.Kind == kind && answer.Question.Id == id);
        answer.Verdict.ShouldBe(Verdict.Refuted);
        return answer.Question.WantsAWoman ? [] : ShownWoman.Read(sheet, Solver.Ask(sheet.WomanScript(answer.Question)));
    }

    private static decimal Number(ImmutableArray<(Fact Fact, ValueSet Value)> woman, string fact) => ((ValueSet.Numbers)woman.Single(pair => pair.Fact.Name == fact).Value).Single;

    private static Library Changed(string guideline, Func<string, string> change)
    {
        var source = KnowledgeOnDisk.Library.Guideline(guideline)!.Document.Source;
        var changed = change(source.NormalText);
        changed.ShouldNotBe(source.NormalText, "the fault must be planted");
        var reading = LibraryReader.Replace(KnowledgeOnDisk.Library, source with { Text = changed });
        return reading.Library ?? throw new InvalidOperationException(string.Join('\n', reading.Issues.Take(3)));
    }

    private static string Without(string text, string row) => string.Join('\n', text.Split('\n').Where(line => !line.StartsWith($"| {row} |", StringComparison.Ordinal)));

    private static Guideline With(string table, Func<DecisionTable, DecisionTable> change)
    {
        var whole = KnowledgeOnDisk.Library.Guideline(Guideline)!;
        return new Guideline { Document = whole.Document, Derived = whole.Derived, Uses = whole.Uses, Tables = [.. whole.Tables.Select(one => one.Address == $"{Guideline}/{table}" ? change(one) : one)] };
    }

    private static Library With(ImmutableArray<Invariant> invariants)
    {
        var library = KnowledgeOnDisk.Library;
        return new Library
        {
            Hash = library.Hash, Vocabulary = library.Vocabulary, Consistency = library.Consistency, Guidelines = library.Guidelines, Planning = library.Planning, Protocols = library.Protocols,
            CodeSets = library.CodeSets, Trials = library.Trials, Claims = library.Claims, Cases = [], Documents = library.Documents, Invariants = invariants,
        };
    }

    private static DecisionTable Rebuilt(DecisionTable table, IEnumerable<Row> rows) => new()
    {
        Title = table.Title, Address = table.Address, Policy = table.Policy, Inputs = table.Inputs, OutputColumns = table.OutputColumns, GivesAdvice = table.GivesAdvice,
        IsFactList = table.IsFactList, Rows = [.. rows], Place = table.Place, Layout = table.Layout,
    };

    private static Row Widened(Row row) => new()
    {
        Id = row.Id, Address = row.Address, Place = row.Place, Outputs = row.Outputs, Advice = row.Advice, Strength = row.Strength, Source = row.Source, Checked = row.Checked, Note = row.Note,
        Overrides = row.Overrides, Evidence = row.Evidence,
        Conditions = [.. row.Conditions.Select(condition => condition with { Values = condition.Term.Type.Numbers(Interval.Closed(50, 100)) })],
    };
}
