#pragma once

#include <string>
#include <vector>

namespace starqueue::certify {

/// A line of the test sheet that is readable if the printer has that encoding under that number.
struct CodePageSample
{
    std::string script;   ///< "Cyrillic"
    std::string text;     ///< UTF-8, as it should look
    std::string encoding; ///< as a profile names it: "cp866"
    int number = 0;       ///< of ESC t
    std::string bytes;    ///< `text` in that encoding
};

/// Every number that a known family has for an encoding, script by script.
[[nodiscard]] std::vector<CodePageSample> codePageSamples();

} // namespace starqueue::certify
