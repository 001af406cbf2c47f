using System.Collections.Immutable;
using Decidua.Clinical.Issues;
using Decidua.Clinical.Records;

namespace Decidua.Exchange.Fhir;

/// <summary>One file of a bulk export, opened by the host, which closes it.</summary>
/// <param name="Name">The name of the file, for messages: <c>Condition.ndjson</c>.</param>
/// <param name="Content">UTF-8, one resource per line.</param>
public sealed record NamedStream(string Name, Stream Content);

/// <summary>What a bulk export gave.</summary>
/// <param name="Patients">One reading per patient, ordered by patient id, whatever the order of files and lines.</param>
/// <param name="Issues">Issues that belong to no patient: unreadable lines, unread resource types, entries of unknown patients.</param>
/// <param name="Resources">How many resources of each type were seen, read or not.</param>
public sealed record BulkReading(
    ImmutableArray<Reading<Record>> Patients, ImmutableArray<Issue> Issues, ImmutableSortedDictionary<string, int> Resources);
