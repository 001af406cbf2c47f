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
        var coverage = RowCoverage.Of(new Assessor(Library.Value), Library.Value.Cases);
        coverage.Select(one => one.Guideline.Id).ShouldBe(Library.Value.Guidelines.Concat(Library.Value.Planning).Select(guideline => guideline.Id));
        coverage.SelectMany(one => one.NeverFires).Select(row => row.Address).ShouldBeEmpty("rows that apply in no case about their guideline");
        coverage.SelectMany(one => one.AlwaysFires).Select(row => row.Address).ShouldBeEmpty("rows that apply in every case about their guideline");
    }
}
