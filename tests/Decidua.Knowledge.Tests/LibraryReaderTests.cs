using Decidua.Clinical.Issues;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge.Tests;

public class LibraryReaderTests
{
    [Fact]
    public void The_small_knowledge_is_clean()
    {
        var reading = SmallKnowledge.Read();
        reading.Issues.ShouldBeEmpty();
        reading.Library.ShouldNotBeNull();
    }
}
