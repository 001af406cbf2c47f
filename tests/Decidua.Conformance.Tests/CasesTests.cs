using Decidua.Knowledge;
using Decidua.Knowledge.Cases;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Cases;

namespace Decidua.Conformance.Tests;

/// <summary>Every worked case of the knowledge is a test of its own.</summary>
public sealed class CasesTests
{
    private static readonly Lazy<Library> Library = new(() => LibraryReader.Read(Repository.Files()) is { Library: { } library } ? library
        : throw new InvalidOperationException("The knowledge does not check clean: run 'decidua knowledge check'."));

    private static readonly Lazy<CaseTrial> Trial = new(() => new CaseTrial(new Assessor(Library.Value)));

    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        for (var index = 0; index < Library.Value.Cases.Length; index++) data.Add(index, Library.Value.Cases[index].Title);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_passes(int index, string title)
    {
        KnowledgeCase worked = Library.Value.Cases[index];
        worked.Title.ShouldBe(title);
        Trial.Value.Run(worked).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_of_every_guideline_fires_in_some_case_and_does_not_in_another()
    {
        var assessor = new Assessor(Library.Value);
        var trial = new CaseTrial(assessor);
        var answers = Library.Value.Cases.Select(worked => assessor.Assess(trial.FactsOf(worked))).ToList();
        foreach (var guideline in Library.Value.Guidelines)
        {
            var states = answers.Select(answer => answer.Of(guideline.Id)!).ToList();
            var never = guideline.Rows.Where(row => !states.Exists(state => state.StateOf(row) == RowState.Fires)).Select(row => row.Address).ToList();
            var always = guideline.Rows.Where(row => states.TrueForAll(state => state.StateOf(row) == RowState.Fires)).Select(row => row.Address).ToList();
            never.ShouldBeEmpty("rows that fire in no case");
            always.ShouldBeEmpty("rows that fire in every case");
        }
    }
}
