using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;

namespace Decidua.Knowledge.Tests.Advice;

public class WordsTests
{
    [Fact]
    public void Every_kind_of_advice_has_one_word()
    {
        foreach (var kind in Enum.GetValues<AdviceKind>()) AdviceWords.Parse(kind.Word()).ShouldBe(kind);
        AdviceWords.All.Distinct().Count().ShouldBe(Enum.GetValues<AdviceKind>().Length);
        AdviceWords.Parse("Offer").ShouldBeNull();
        AdviceWords.Parse("").ShouldBeNull();
    }

    [Fact]
    public void Indications_run_from_weak_to_strong_and_safety_stands_above()
    {
        AdviceKind[] indications = [AdviceKind.NoNeed, AdviceKind.Avoid, AdviceKind.Consider, AdviceKind.Offer];
        indications.ShouldBe(indications.Order());
        indications.ShouldAllBe(kind => kind.IsIndication() && !kind.IsSafety());
        Enum.GetValues<AdviceKind>().Where(kind => kind.IsSafety())
            .ShouldBe([AdviceKind.Hold, AdviceKind.Stop, AdviceKind.Contraindicated, AdviceKind.CallNow]);
        new[] { AdviceKind.Refer, AdviceKind.Test }.ShouldAllBe(kind => !kind.IsIndication() && !kind.IsSafety());
    }

    [Fact]
    public void Every_intensity_has_one_word()
    {
        foreach (var word in IntensityWords.All) IntensityWords.Parse(word)!.Value.Word().ShouldBe(word);
        Intensity.None.Word().ShouldBe("");
        (Intensity.Prophylactic < Intensity.HighProphylactic && Intensity.HighProphylactic < Intensity.Therapeutic).ShouldBeTrue();
    }

    [Fact]
    public void Every_hit_policy_has_its_letters()
    {
        foreach (var policy in Enum.GetValues<HitPolicy>())
        {
            HitPolicyLetters.Parse(policy.Letters()).ShouldBe(policy);
            policy.Meaning().ShouldEndWith(".");
        }

        foreach (var other in new[] { "", "u", "A", "C +", "C<", "U*" }) HitPolicyLetters.Parse(other).ShouldBeNull();
    }
}
