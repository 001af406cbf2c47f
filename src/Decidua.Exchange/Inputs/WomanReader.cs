using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;
using Decidua.Exchange.Facts;
using Decidua.Exchange.Fhir;
using Decidua.Exchange.Planning;
using Decidua.Exchange.RecordFile;
using Decidua.Planning.Asking;
using Decidua.Reasoning.Assessing;
using Decidua.Reasoning.Deriving;
using Decidua.Reasoning.Facts;
using NodaTime;
using NodaTime.Text;

namespace Decidua.Exchange.Inputs;

/// <summary>
/// Reads one woman from whatever is given: a facts file, a record file or a FHIR R4 Bundle. One door for the command line and the
/// server, so that both refuse the same things in the same words.
/// </summary>
/// <param name="assessor">The knowledge.</param>
public sealed class WomanReader(Assessor assessor)
{
    /// <summary>Reads the input.</summary>
    /// <param name="bytes">UTF-8 JSON within <see cref="ReadingLimits"/>.</param>
    /// <param name="name">What to call the input in issues.</param>
    /// <param name="asOf">The date of the assessment; null for the input's own: that of the file, or the day of a record's last entry.</param>
    /// <param name="protocol">Id of a protocol of the knowledge; empty for the input's own, or the default.</param>
    /// <returns>The woman, or null with at least one error. Contradictory facts are an error.</returns>
    public Reading<WomanInput> Read(ReadOnlyMemory<byte> bytes, string name, LocalDate? asOf = null, string protocol = "") => InputKinds.Of(bytes.Span) switch
    {
        InputKind.Fhir => FromRecord(BundleReader.Read(bytes, name), asOf, protocol, null),
        InputKind.RecordFile => FromFile(RecordFileReader.Read(bytes, name, assessor.Library), asOf, protocol),
        _ => FromFacts(FactsFileReader.Read(bytes, name, assessor.Library), asOf, protocol),
    };

    /// <summary>Derives the facts of a record on a date.</summary>
    /// <param name="record">The record.</param>
    /// <param name="date">The date.</param>
    /// <param name="protocol">Id of a protocol of the knowledge, or empty.</param>
    public Reading<WomanInput> Derive(Record record, LocalDate date, string protocol = "")
    {
        var knowledge = new ReadingKnowledge(assessor.Library, assessor.Library.Protocol(protocol));
        var derived = Derivation.Derive(record, date, knowledge);
        return Finish(derived.Value, [.. derived.Issues], date, protocol, record.PatientId);
    }

    /// <summary>
    /// What a plan for a woman needs, with the day. Where the input does not date the pregnancy for the plan, what her record says of it does.
    /// </summary>
    /// <param name="woman">A woman that this reader read.</param>
    /// <returns>The request, or null with an error when the input names no day.</returns>
    public Reading<PlanRequest> RequestFor(WomanInput woman)
    {
        if (woman.AsOf is not { } date)
            return new Reading<PlanRequest>(null, [new Issue(IssueCode.PlanWithoutDay, Severity.Error, "asOf", "No day is named for which the plan is to be made.", "Give a date with --as-of, or 'asOf' in the file.")]);
        var request = woman.Plan ?? new PlanRequest { AsOf = date };
        return new Reading<PlanRequest>(request.Datings.Count > 0 || woman.Record is null ? request
            : request with { Datings = RecordDatings.Of(woman.Record, date, new ReadingKnowledge(assessor.Library, assessor.Library.Protocol(woman.Protocol))) }, []);
    }

    private Reading<WomanInput> FromFacts(Reading<FactsFile> reading, LocalDate? asOf, string protocol) => reading.Value is not { } file
        ? new Reading<WomanInput>(null, reading.Issues)
        : Finish(file.Facts, reading.Issues, asOf ?? file.AsOf, protocol.Length > 0 ? protocol : file.Protocol, "").Planned(file.Plan, null);

    private Reading<WomanInput> FromFile(Reading<RecordFileContent> reading, LocalDate? asOf, string protocol)
    {
        if (reading.Value is not { } file) return new Reading<WomanInput>(null, reading.Issues);
        if (protocol.Length == 0) protocol = file.Protocol ?? "";
        return protocol.Length == 0 || assessor.Library.Protocol(protocol) is not null
            ? FromRecord(new Reading<Record>(file.Record, reading.Issues), asOf ?? file.AsOf, protocol, file.Plan)
            : new Reading<WomanInput>(null, [.. reading.Issues, FactsFileReader.UnknownProtocol(protocol, assessor.Library)]);
    }

    private Reading<WomanInput> FromRecord(Reading<Record> reading, LocalDate? asOf, string protocol, PlanRequest? plan)
    {
        if (reading.Value is not { } record) return new Reading<WomanInput>(null, reading.Issues);
        var issues = reading.Issues;
        if (asOf is null && record.LastEntry is { } last)
        {
            issues = issues.Add(new Issue(IssueCode.NoDateGiven, Severity.Information, "asOf",
                $"No date was given; she is assessed as of {LocalDatePattern.Iso.Format(last)}, the day of the last entry in the record.", "Give another date with --as-of."));
            asOf = last;
        }

        if (asOf is not { } date)
            return new Reading<WomanInput>(null, issues.Add(new Issue(IssueCode.NoDateGiven, Severity.Error, "asOf",
                "The record has no dated entry, so there is no day to assess her on.", "Give a date with --as-of.")));
        var derived = Derive(record, date, protocol);
        return (derived with { Issues = [.. issues, .. derived.Issues] }).Planned(plan, record);
    }

    private Reading<WomanInput> Finish(WomanFacts? facts, ImmutableArray<Issue> issues, LocalDate? asOf, string protocol, string patient)
    {
        if (facts is null) return new Reading<WomanInput>(null, issues);
        var contradictions = assessor.Contradictions(facts);
        return contradictions.IsEmpty
            ? new Reading<WomanInput>(new WomanInput(facts, asOf, protocol, patient), issues)
            : new Reading<WomanInput>(null, [.. issues, .. contradictions]);
    }
}
