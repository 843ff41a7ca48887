#include <house/hall_checks/printer_checkers.h>

#include <house/record/json_text.h>

namespace starqueue::house {

using nlohmann::json;

void BoardKnowsItsPrinters::onCalmEnds()
{
    while (const Record::Line* const line = m_record.line(m_read + 1)) {
        ++m_read;
        if (line->name == "device_changed")
            take(*line);
        for (auto [board, last] = m_boards.equal_range(m_read); board != last; ++board)
            compare(parsedJson(board->second));
    }
    m_boards.erase(m_boards.begin(), m_boards.upper_bound(m_read));
    for (const auto& [kiosk, state] : m_states)
        if (state != "ok" && state != "warning")
            found("the printer of kiosk " + kiosk + " is well, and the journal says " + m_words[kiosk]);
}

// A fault that nobody has named is shown as a printer that is away.
void BoardKnowsItsPrinters::take(const Record::Line& line)
{
    const json device = parsedJson(line.payload);
    const std::string kiosk = textIn(device, "kiosk");
    if (textIn(device, "kind") != "printer" || kiosk.empty())
        return;
    const std::string& state = m_states[kiosk] = textIn(device, "state");
    const std::string fault = textIn(device, "fault");
    const bool isNamed = state != "ok" && state != "offline" && !fault.empty();
    m_words[kiosk] = state == "ok" ? state : isNamed ? fault : "offline";
}

void BoardKnowsItsPrinters::compare(const json& board) const
{
    std::map<std::string, std::string> said;
    for (const json& kiosk : board.value("kiosks", json::array()))
        said[textIn(kiosk, "id")] = textIn(kiosk, "printer");
    for (const auto& [kiosk, word] : m_words)
        if (said[kiosk] != word)
            found("board of event " + board["seq"].dump() + ": the printer of kiosk " + kiosk +
                  " is said to be '" + said[kiosk] + "' and is " + word);
}

} // namespace starqueue::house
