using System.Globalization;
using System.Text.Json;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Json;

namespace Decidua.Exchange.Fhir;

/// <summary>Reads the data types that resources share: concepts, dates, references.</summary>
internal static class FhirReading
{
    /// <summary>A CodeableConcept, or nothing when it is absent.</summary>
    public static Concept ReadConcept(JsonElement? element, string at, IssueList issues)
    {
        if (element is not { } concept)
            return Concept.None;
        var codes = new List<Code>();
        foreach (var coding in concept.Items("coding"))
        {
            if (codes.Count == ReadingLimits.CodesPerConcept)
            {
                issues.Warn(IssueCode.TooMany, at, $"More than {ReadingLimits.CodesPerConcept} codes for one concept; the rest was not read.");
                break;
            }

            if (ReadCoding(coding) is { } code)
                codes.Add(code);
        }

        return new(Entries.From(codes), concept.Text("text") ?? "");
    }

    /// <summary>Several CodeableConcepts as one: everything that they say.</summary>
    public static Concept ReadConcepts(IEnumerable<JsonElement> elements, string at, IssueList issues)
    {
        var parts = elements.Select(element => ReadConcept(element, at, issues)).ToList();
        return new(
            Entries.From(parts.SelectMany(part => part.Codes).Take(ReadingLimits.CodesPerConcept)),
            string.Join("; ", parts.Select(part => part.Text).Where(text => text.Length > 0)));
    }

    /// <summary>A Coding, or null when it has no code.</summary>
    public static Code? ReadCoding(JsonElement coding) =>
        coding.Text("code") is { Length: > 0 } code
            ? new(CodeSystem.FromAddress(coding.Text("system") ?? ""), code, coding.Text("display") ?? "")
            : null;

    /// <summary>The first code of a CodeableConcept, whatever its system; for FHIR's own closed lists such as a status.</summary>
    public static string FirstCode(JsonElement? concept) =>
        concept is { } found
            ? found.Items("coding").Select(coding => coding.Text("code")).FirstOrDefault(code => code is not null) ?? ""
            : "";

    /// <summary>
    /// A date, dateTime or instant as the local date that was written down, with its precision. Null when the member is
    /// absent, and with an issue when it cannot be read.
    /// </summary>
    public static PartialDate? ReadDate(JsonElement? holder, string member, string at, IssueList issues)
    {
        if (holder?.Member(member) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && TryReadDate(value.GetString()!, out var date))
            return date;
        issues.Warn(
            IssueCode.UnreadableDate, $"{at}.{member}",
            $"'{Quoted.Short(value.ToString())}' is not a date. The entry was kept without it.",
            "Write 2026, 2026-03, 2026-03-01 or 2026-03-01T14:30:00+01:00.");
        return null;
    }

    /// <summary>Reads the text of a date, a dateTime or an instant.</summary>
    public static bool TryReadDate(string text, out PartialDate date)
    {
        const int dayLength = 10;
        if (text.Length <= dayLength)
            return PartialDate.TryParse(text, out date);
        return PartialDate.TryParse(text[..dayLength], out date) && text[dayLength] == 'T' && IsTimeWithOffset(text.AsSpan(dayLength + 1));
    }

    /// <summary>The text of a Reference, or null.</summary>
    public static string? ReferenceOf(JsonElement? reference) => reference?.Text("reference") is { Length: > 0 } text ? text : null;

    private static bool IsTimeWithOffset(ReadOnlySpan<char> text)
    {
        var zone = text.IndexOfAny('Z', '+', '-');
        if (zone < 0)
            return false;
        var offset = text[zone..];
        var zoneIsRight = offset is "Z"
            || (offset.Length == 6 && TimeOnly.TryParseExact(offset[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return zoneIsRight && IsTime(text[..zone]);
    }

    // HH:mm, HH:mm:ss or HH:mm:ss.f... with any number of decimals; a leap second is taken.
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        const int minutes = 5;
        const int seconds = 8;
        if (text.Length is not minutes and < seconds || !IsTwoDigits(text, 0, 23) || text[2] != ':' || !IsTwoDigits(text, 3, 59))
            return false;
        if (text.Length == minutes)
            return true;
        if (text[minutes] != ':' || !IsTwoDigits(text, minutes + 1, 60))
            return false;
        return text.Length == seconds || (text[seconds] == '.' && text.Length > seconds + 1
            && !text[(seconds + 1)..].ContainsAnyExceptInRange('0', '9'));
    }

    private static bool IsTwoDigits(ReadOnlySpan<char> text, int start, int greatest) =>
        char.IsAsciiDigit(text[start]) && char.IsAsciiDigit(text[start + 1])
        && (text[start] - '0') * 10 + (text[start + 1] - '0') <= greatest;
}
