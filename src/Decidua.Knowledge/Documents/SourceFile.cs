namespace Decidua.Knowledge.Documents;

/// <summary>One knowledge file as a host read it.</summary>
/// <param name="Path">Path below the knowledge folder, with forward slashes: <c>guidelines/rcog-37a-2015.md</c>.</param>
/// <param name="Text">The whole text. Line endings may be any; they are normalised on reading.</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>The first folder of the path, which says what kind of document this is; empty for a file at the top.</summary>
    public string Folder => Path.IndexOf('/') is > 0 and var slash ? Path[..slash] : "";

    /// <summary>The text with line feeds only and without a byte order mark, so that equal knowledge is equal text.</summary>
    public string NormalText => Text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
}
