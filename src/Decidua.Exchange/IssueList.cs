using System.Collections.Immutable;
using Decidua.Clinical.Issues;

namespace Decidua.Exchange;

/// <summary>Collects the issues of one input in order, at most <see cref="ReadingLimits.Issues"/>; errors are always listed.</summary>
internal sealed class IssueList
{
    private readonly List<Issue> listed = [];
    private readonly Dictionary<(string Code, string What), Tally> tallies = [];
    private int unlisted;

    /// <summary>Whether an error was found, so that the input cannot be used.</summary>
    public bool HasError { get; private set; }

    /// <summary>Adds an error: the input cannot be used.</summary>
    public void Error(string code, string at, string message, string remedy = "") =>
        Add(new(code, Severity.Error, at, message, remedy));

    /// <summary>Adds a warning: something was left out or stays doubtful.</summary>
    public void Warn(string code, string at, string message, string remedy = "") =>
        Add(new(code, Severity.Warning, at, message, remedy));

    /// <summary>Adds a note.</summary>
    public void Note(string code, string at, string message, string remedy = "") =>
        Add(new(code, Severity.Information, at, message, remedy));

    /// <summary>Adds an issue.</summary>
    public void Add(Issue issue)
    {
        HasError |= issue.Severity == Severity.Error;
        if (listed.Count < ReadingLimits.Issues || issue.Severity == Severity.Error)
            listed.Add(issue);
        else
            unlisted++;
    }

    /// <summary>Adds every issue.</summary>
    public void AddAll(IEnumerable<Issue> issues)
    {
        foreach (var issue in issues)
            Add(issue);
    }

    /// <summary>
    /// Counts something that may occur thousands of times, such as resources of one unread type; one issue per
    /// <paramref name="what"/> is made of it, at the first place. In the message <c>{0}</c> is <c>3 times</c>.
    /// </summary>
    public void Count(string code, Severity severity, string what, string at, string message)
    {
        tallies[(code, what)] = tallies.TryGetValue((code, what), out var tally)
            ? tally with { Times = tally.Times + 1 }
            : new(severity, at, message, 1);
    }

    /// <summary>The issues so far, the counted ones after the others.</summary>
    public ImmutableArray<Issue> ToImmutable()
    {
        var result = ImmutableArray.CreateBuilder<Issue>();
        result.AddRange(listed);
        foreach (var ((code, _), tally) in tallies.OrderBy(pair => pair.Key.Code, StringComparer.Ordinal)
            .ThenBy(pair => pair.Key.What, StringComparer.Ordinal).Take(ReadingLimits.Issues))
        {
            var times = tally.Times == 1 ? "once" : $"{tally.Times} times, first here";
            result.Add(new(code, tally.Severity, tally.At, tally.Message.Replace("{0}", times, StringComparison.Ordinal)));
        }

        if (unlisted > 0)
            result.Add(new(IssueCode.TooMany, Severity.Warning, "", $"{unlisted} further issues are not listed."));
        return result.ToImmutable();
    }

    private sealed record Tally(Severity Severity, string At, string Message, int Times);
}
