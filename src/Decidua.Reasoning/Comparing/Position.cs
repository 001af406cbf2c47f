using System.Collections.Immutable;
using Decidua.Knowledge.Advice;
using Decidua.Knowledge.Tables;
using Decidua.Reasoning.Assessing;

namespace Decidua.Reasoning.Comparing;

/// <summary>What one guideline says on one subject in answer to one question, and how that stands to the chosen guideline.</summary>
public sealed class Position
{
    private readonly ComparedGroup group;

    internal Position(GuidelineAnswer answer, ComparedGroup group, ImmutableArray<Recommendation> outcomes)
    {
        Answer = answer;
        Outcomes = outcomes;
        this.group = group;
    }

    /// <summary>The answer of the guideline.</summary>
    public GuidelineAnswer Answer { get; }

    /// <summary>The question.</summary>
    public ClinicalQuestion Question => group.Question;

    /// <summary>The subject: LMWH, aspirin.</summary>
    public string Subject => group.Subject;

    /// <summary>What it advises, from strong to weak: one outcome when that is certain, several while facts are open; none when it only warns.</summary>
    public ImmutableArray<Recommendation> Outcomes { get; }

    /// <summary>Whether for some values of the open facts it says nothing.</summary>
    public required bool MayBeSilent { get; init; }

    /// <summary>What certainly stands against it: contraindicated, stop, hold; or a call for help.</summary>
    public required ImmutableArray<Recommendation> Warnings { get; init; }

    /// <summary>Whether the document says at all when the thing must not be given.</summary>
    internal bool SpeaksOfForbidding => group.Forbidding is not null;

    /// <summary>Whether it certainly says so of her; null while open facts decide.</summary>
    internal bool? IsForbidden => group.Forbidding is not { } rows || !Answer.Evaluation.Possible.Meets(rows.Rows) ? false : Answer.Evaluation.Certain.Meets(rows.Rows) ? true : null;

    /// <summary>How it stands to the chosen position.</summary>
    public Agreement Agreement => Standing.Agreement;

    /// <summary>In what it differs from the chosen position whatever the open facts turn out to be.</summary>
    public Differences Differences => Standing.Certain;

    /// <summary>In what it may differ besides.</summary>
    public Differences PossibleDifferences => Standing.Possible;

    /// <summary>How it stands to the chosen position; set once, when it is made.</summary>
    internal Standing Standing { get; set; }

    /// <summary>Id of the guideline.</summary>
    public string Guideline => Answer.Guideline.Id;

    /// <summary>Whether it holds for every remaining value of the facts.</summary>
    public bool IsCertain => !MayBeSilent && Outcomes.Length <= 1;

    /// <summary>Whether it says, or may say, that the thing should be given or done.</summary>
    public bool Gives => Outcomes.Any(outcome => IsFor(outcome.Advice));

    /// <summary>The rows behind it, in the order of the document, warnings last.</summary>
    public IEnumerable<Row> Rows => Outcomes.Concat(Warnings).SelectMany(one => one.Rows).Distinct();

    /// <summary>Ids of the trials that its rows name.</summary>
    public IEnumerable<string> Evidence => Rows.SelectMany(row => row.Evidence).Distinct();

    /// <summary>
    /// The advice in a few words: <c>consider LMWH</c>; <c>LMWH: offer or no need</c> while facts are open. How much and when is
    /// left to <see cref="Course"/>.
    /// </summary>
    public string Words => Warned(Outcomes.IsEmpty ? "" : Acts() is [var only] ? $"{only}{(Outcomes[0].Advice == AdviceKind.NoNeed ? " for" : "")} {Subject}" : $"{Subject}: {string.Join(" or ", Acts())}");

    /// <summary>How much, from when and until when, as far as outcomes that give it say so.</summary>
    public IEnumerable<string> Course => Giving.Select(CourseOf).Where(course => course.Length > 0).Distinct();

    /// <summary>How much, in the outcomes that give it; more than one while facts are open.</summary>
    public IEnumerable<string> Intensities => Giving.Select(outcome => outcome.Intensity.Word()).Where(word => word.Length > 0).Distinct();

    /// <summary>When it starts, in the outcomes that give it.</summary>
    public IEnumerable<Milestone> Starts => Giving.Select(outcome => outcome.From).OfType<Milestone>().Distinct();

    /// <summary>When it ends, in the outcomes that give it.</summary>
    public IEnumerable<Milestone> Ends => Giving.Select(outcome => outcome.Until).OfType<Milestone>().Distinct();

    private IEnumerable<Recommendation> Giving => Outcomes.Where(outcome => IsFor(outcome.Advice));

    /// <summary>Whether advice is for giving or doing a thing rather than against it.</summary>
    internal static bool IsFor(AdviceKind kind) => kind is not (AdviceKind.NoNeed or AdviceKind.Avoid);

    /// <inheritdoc/>
    public override string ToString() => $"{Guideline}, {Question.Id}: {Words}{string.Concat(Course.Select(course => $", {course}"))}{(IsCertain ? "" : " ?")}";

    private List<string> Acts()
    {
        var acts = Outcomes.Select(outcome => outcome.Advice.Word()).Distinct().ToList();
        if (MayBeSilent) acts.Add("nothing");
        return acts;
    }

    private string Warned(string words)
    {
        foreach (var warning in Warnings) words = words.Length == 0 ? $"{Subject}: {warning.Advice.Word()}" : $"{words}, but {warning.Advice.Word()}";
        return words;
    }

    private static string CourseOf(Recommendation outcome)
    {
        var parts = new[]
        {
            outcome.Intensity.Word(),
            outcome.From is null ? "" : $"from {outcome.From}",
            outcome.Until is null ? "" : $"until {outcome.Until}",
        };
        return string.Join(" ", parts.Where(part => part.Length > 0));
    }
}

/// <summary>How a position stands to the chosen one.</summary>
/// <param name="Agreement">Whether it says the same.</param>
/// <param name="Certain">In what it certainly differs.</param>
/// <param name="Possible">In what it may differ besides.</param>
internal readonly record struct Standing(Agreement Agreement, Differences Certain, Differences Possible);
