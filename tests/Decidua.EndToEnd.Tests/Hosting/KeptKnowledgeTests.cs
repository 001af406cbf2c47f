using System.Text;
using Decidua.EndToEnd.Tests.Surroundings;
using Decidua.Exchange.Answers;
using Decidua.Exchange.Inputs;
using Decidua.Knowledge;
using Decidua.Knowledge.Storing;
using Decidua.Reasoning.Assessing;
using Decidua.Server.Hosting;

namespace Decidua.EndToEnd.Tests.Hosting;

/// <summary>What an earlier start kept is used only where reading the documents would give the same, and never stands in the way.</summary>
public sealed class KeptKnowledgeTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("decidua-kept-").FullName;

    private string Knowledge => Path.Combine(place, "knowledge");

    private string Memory => Path.Combine(place, "memory");

    private string Guideline => Path.Combine(Knowledge, "guidelines", "rcog-37a-2015.md");

    public KeptKnowledgeTests()
    {
        var source = Path.Combine(Ward.Root, "knowledge");
        foreach (var file in Directory.EnumerateFiles(source, "*.md", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Knowledge, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(place, recursive: true);

    [Fact]
    public void The_second_start_takes_what_the_first_kept_and_answers_with_the_same_bytes()
    {
        var first = Read();
        first.Cases.ShouldNotBeEmpty();
        Kept().ShouldHaveSingleItem();
        var second = Read();
        second.Cases.ShouldBeEmpty();
        second.Hash.ShouldBe(first.Hash);
        Answers(second).ShouldBe(Answers(first));
    }

    [Fact]
    public void A_changed_document_is_read_again()
    {
        var before = Read();
        File.WriteAllText(Guideline, File.ReadAllText(Guideline).Replace("| PRE-07 | age | > 35 | 1 |", "| PRE-07 | age | > 35 | 2 |"));
        var after = Read();
        after.Hash.ShouldNotBe(before.Hash);
        Answers(after).ShouldNotBe(Answers(before));
        Kept().Length.ShouldBe(2);
    }

    [Fact]
    public void A_document_that_no_longer_checks_is_refused_although_an_earlier_one_was_kept()
    {
        Read();
        File.WriteAllText(Guideline, File.ReadAllText(Guideline).Replace("| PRE-07 | age | > 35 | 1 |", "| PRE-07 | age | > 350 | 1 |"));
        KnowledgeFolder.ReadRemembered(Knowledge, Memory).Library.ShouldBeNull();
        Kept().ShouldHaveSingleItem();
    }

    [Fact]
    public void Damaged_bytes_are_read_from_the_documents_and_kept_anew()
    {
        var answers = Answers(Read());
        var kept = Kept().Single();
        var bytes = File.ReadAllBytes(kept);
        foreach (var damaged in new[] { [], bytes[..(bytes.Length / 2)], Encoding.UTF8.GetBytes("checked clean\n") })
        {
            File.WriteAllBytes(kept, damaged);
            Answers(Read()).ShouldBe(answers);
            File.ReadAllBytes(kept).ShouldBe(bytes);
        }
    }

    [Fact]
    public void What_another_build_kept_is_not_used()
    {
        Read();
        var kept = Kept().Single();
        kept.ShouldEndWith(StoredLibrary.Version);
        File.Move(kept, kept.Replace(StoredLibrary.Version, new string('0', StoredLibrary.Version.Length)));
        Read().Cases.ShouldNotBeEmpty();
        Kept().Length.ShouldBe(2);
    }

    [Fact]
    public void A_place_that_cannot_be_written_only_costs_time()
    {
        File.WriteAllText(Memory, "a file where the folder should be");
        Read().Cases.ShouldNotBeEmpty();
        Read().Cases.ShouldNotBeEmpty();
    }

    [Fact]
    public void Old_readings_are_removed()
    {
        const int more = 12;
        Directory.CreateDirectory(Memory);
        for (var number = 0; number < more; number++)
        {
            var old = Path.Combine(Memory, $"old-{number}");
            File.WriteAllText(old, "old");
            File.SetLastWriteTimeUtc(old, new DateTime(2020, 1, 1 + number, 0, 0, 0, DateTimeKind.Utc));
        }

        Read();
        Kept().Length.ShouldBeLessThan(more);
        Read().Cases.ShouldBeEmpty();
    }

    private Library Read()
    {
        var reading = KnowledgeFolder.ReadRemembered(Knowledge, Memory);
        return reading.Library ?? throw new InvalidOperationException(string.Join('\n', reading.Issues));
    }

    private string[] Kept() => Directory.GetFiles(Memory);

    private static string Answers(Library library)
    {
        string[] women =
        [
            """{ "asOf": "2026-03-01", "facts": { "phase": "pregnant", "gestation": "12+3", "age": 36, "booking-bmi": 33.1, "parity": 3, "smoker": true, "previous-clot": "none", "dosing-weight": 91.0 } }""",
            """{ "facts": { "phase": "postpartum", "mode-of-birth": "caesarean in labour", "age": 41, "booking-bmi": { "min": 30 }, "dosing-weight": 172.5 } }""",
            """{ "facts": { "phase": "pregnant", "previous-clot": { "in": ["none", "recurrent"] }, "platelet-count": 60 } }""",
            """{ "facts": { } }""",
        ];
        var assessor = new Assessor(library);
        return string.Join('\n', women.Select(woman =>
        {
            var read = new WomanReader(assessor).Read(Encoding.UTF8.GetBytes(woman), "facts.json").Value!;
            return Encoding.UTF8.GetString(AssessmentJson.Write(assessor.Assess(read.Facts), read.AsOf, []).Span);
        }));
    }
}
