#pragma once

#include <formats/encoding/decode.h>

#include <string>

namespace CLI {
class App;
}

namespace starqueue::cli {

/// A file of text, and the encoding that the user says it has.
struct TextSource
{
    std::string file;
    std::string encoding; ///< empty: it is found
};

/// Adds the option `name`, such as "--encoding".
void addEncoding(CLI::App& command, const std::string& name, std::string& encoding);

/// The error begins with the file's name.
[[nodiscard]] tl::expected<formats::DecodedText, std::string> readText(const TextSource& source);

/// "customers.csv: read as gb18030"
[[nodiscard]] std::string readAs(const TextSource& source, const formats::DecodedText& text);

} // namespace starqueue::cli
