namespace Decidua.Clinical.Issues;

/// <summary>
/// Something wrong, doubtful or noteworthy in an input or in the knowledge, as a value.
/// An issue names the place, what was found and what to do; it is never a stack trace.
/// </summary>
/// <param name="Code">Permanent code from <see cref="IssueCode"/>, for example <c>D2003</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="At">The place: <c>facts/booking-bmi</c>, <c>Bundle.entry[3].resource</c>, or <c>guidelines/x.md:12:5</c>.</param>
/// <param name="Message">What was expected and what was found, in one or two sentences.</param>
/// <param name="Remedy">What the reader can do about it, or an empty string when the message already says so.</param>
public sealed record Issue(string Code, Severity Severity, string At, string Message, string Remedy = "")
{
    /// <summary>One line: code, place, message, remedy.</summary>
    public override string ToString() =>
        Remedy.Length == 0 ? $"{Code} {At}: {Message}" : $"{Code} {At}: {Message} {Remedy}";
}
