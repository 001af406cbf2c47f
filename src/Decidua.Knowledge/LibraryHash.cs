using System.Security.Cryptography;
using System.Text;
using Decidua.Knowledge.Documents;

namespace Decidua.Knowledge;

/// <summary>Names knowledge by its content.</summary>
internal static class LibraryHash
{
    /// <summary>SHA-256 over path, length and normalised text of every file in the order of the paths.</summary>
    internal static string Of(IEnumerable<SourceFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var text = Encoding.UTF8.GetBytes(file.NormalText);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{text.Length}\n"));
            hash.AppendData(text);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
