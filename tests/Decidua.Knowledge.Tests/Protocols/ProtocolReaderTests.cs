using Decidua.Clinical.Issues;
using Decidua.Knowledge.Protocols;

namespace Decidua.Knowledge.Tests.Protocols;

public class ProtocolReaderTests
{
    private const string Path = SmallKnowledge.ProtocolPath;

    [Fact]
    public void Channels_and_parameters_are_read()
    {
        var uk = SmallKnowledge.Library.Protocol("uk").ShouldNotBeNull();
        (uk.Title, uk.IsDefault, uk.RoundsWeights).ShouldBe(("United Kingdom", true, false));
        uk.Channels["clot prevention"].ShouldBe("small-2026");
        uk.Parameters[Protocol.WeightRounding].Meaning.ShouldBe("weights are read as they are");
        SmallKnowledge.Library.Protocol("whole")!.RoundsWeights.ShouldBeTrue();
        SmallKnowledge.Library.Protocol("us").ShouldBeNull();
    }

    [Theory]
    [InlineData("| exact |", "| exactly |", IssueCode.UnknownChoiceInCell, "exactly", "Did you mean 'exact'?")]
    [InlineData("| channel | guideline |", "| channel | guidelines |", IssueCode.MalformedTable, "channel | guidelines", "'channel, guideline'")]
    [InlineData("| clot prevention | small-2026 |", "| clot prevention | small-2026 |\n| clot prevention | small-2026 |", IssueCode.DuplicateId, "", "stands twice")]
    [InlineData("| weight rounding | exact | weights", "| weight rounding | exact | x | y | primary |\n| weight rounding | exact | weights", IssueCode.DuplicateId, "weight rounding | exact | weights", "stands twice")]
    [InlineData("| clot prevention | small-2026 |", "| keeping the pregnancy | small-2026 |", IssueCode.UnknownReference, "keeping the pregnancy", "clot prevention")]
    public void Faults_are_named(string found, string put, string code, string at, string says)
    {
        var file = SmallKnowledge.With(Path, found, put);
        var issue = SmallKnowledge.Read(file).Issues.ShouldHaveSingleItem();
        issue.Code.ShouldBe(code);
        if (at.Length > 0) issue.At.ShouldBe(SmallKnowledge.PlaceOf(file, at));
        $"{issue.Message} {issue.Remedy}".ShouldContain(says);
    }

    [Fact]
    public void A_channel_that_single_rows_name_may_be_chosen()
    {
        var guideline = SmallKnowledge.With(SmallKnowledge.GuidelinePath, "| F | clot | varicose veins | → advice | → subject | → from |", "| F | clot | varicose veins | → advice | → subject | → channel |");
        guideline = guideline with { Text = guideline.Text.Replace("| haematologist | now |", "| haematologist | referral |").Replace("| haematologist | 28+0 |", "| haematologist | - |").Replace("| stockings | now |", "| stockings | - |") };
        var protocol = SmallKnowledge.With(Path, "| clot prevention | small-2026 |", "| clot prevention | small-2026 |\n| referral | small-2026 |");
        SmallKnowledge.Read(guideline, protocol).Issues.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_default_the_protocol_uk_is_used_else_the_first()
    {
        var none = SmallKnowledge.With(Path, "default: true\n", "");
        SmallKnowledge.Read(none).Library!.DefaultProtocol!.Id.ShouldBe("uk");
        SmallKnowledge.Read(none with { Text = none.Text.Replace("id: uk", "id: zz") }).Library!.DefaultProtocol!.Id.ShouldBe("whole");
    }
}
