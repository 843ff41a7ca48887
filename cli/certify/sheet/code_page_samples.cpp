#include <cli/certify/sheet/code_page_samples.h>

#include <formats/encoding/conversion.h>

namespace starqueue::certify {

namespace {

struct Numbered
{
    const char* encoding; ///< in profiles
    const char* iconv;    ///< in the C library
    std::vector<int> numbers;
};

struct Script
{
    const char* name;
    const char* text;
    const char* paper; ///< where it is written from right to left: turned round, since printers don't
    std::vector<Numbered> pages;
};

// receipt-print-hq/escpos-printer-db, and issues of its users.
const std::vector<Script>& scripts()
{
    static const std::vector<Script> kScripts{
        {"Latin",
         "Grüße à çé",
         nullptr,
         {{"cp1252", "CP1252", {16, 11, 6}},
          {"cp850", "CP850", {2, 1}},
          {"cp858", "IBM858", {19, 14, 6}},
          {"cp437", "CP437", {0}}}},
        {"Central European", "Žluťoučký", nullptr, {{"cp852", "CP852", {18, 13, 2}}}},
        {"Cyrillic",
         "Привет",
         nullptr,
         {{"cp866", "CP866", {17, 7, 12}}, {"cp1251", "CP1251", {46, 73, 6, 51, 18}}}},
        {"Greek",
         "Καλημέρα",
         nullptr,
         {{"cp1253", "CP1253", {47, 90, 17}}, {"iso8859-7", "ISO-8859-7", {15, 41}}}},
        {"Hebrew",
         "שלום",
         "םולש",
         {{"cp862", "CP862", {36, 62, 15, 40, 25, 9}}, {"cp1255", "CP1255", {49, 32, 33, 27}}}},
        {"Arabic", "سلام", "ﻡﻼﺳ", {{"cp864", "CP864", {37, 28, 23, 22}}}},
        {"Arabic, letters apart", "سلام", "مالس", {{"cp1256", "CP1256", {50, 92, 34, 70, 31, 24}}}},
        {"Thai", "สวัสดี", nullptr, {{"cp874", "CP874", {21, 20, 26, 70, 96, 255, 47, 48, 11}}}},
    };
    return kScripts;
}

std::string inEncoding(std::string_view text, const char* encoding)
{
    formats::Conversion conversion(encoding, "UTF-8");
    std::string bytes;
    return conversion.run(text, bytes) ? bytes : std::string{};
}

} // namespace

std::vector<CodePageSample> codePageSamples()
{
    std::vector<CodePageSample> samples;
    for (const Script& script : scripts())
        for (const Numbered& page : script.pages) {
            const std::string bytes = inEncoding(script.paper ? script.paper : script.text, page.iconv);
            for (const int number : page.numbers)
                if (!bytes.empty())
                    samples.push_back({script.name, script.text, page.encoding, number, bytes});
        }
    return samples;
}

} // namespace starqueue::certify
