#pragma once

#include <firmware-bridge/escpos/command_reader.h>
#include <firmware-bridge/simulators/families/family_settings.h>

#include <optional>
#include <string>
#include <vector>

namespace starqueue::simulators {

/// Cuts what a printer receives into its family's commands. A command that it doesn't know counts as two
/// bytes.
class CommandSplitter
{
public:
    explicit CommandSplitter(const FamilySettings& settings);

    /// The commands that are whole now.
    [[nodiscard]] std::vector<escpos::Command> feed(char byte);
    /// Forgets a begun command.
    void clear() { m_pending.clear(); }
    /// As after power-up or ESC @.
    void reset();
    [[nodiscard]] std::size_t begun() const { return m_pending.size(); }

private:
    using Length = std::optional<std::size_t>;

    [[nodiscard]] Length length() const;
    [[nodiscard]] Length escapeLength() const;
    [[nodiscard]] Length fileLength() const;
    [[nodiscard]] Length groupLength() const;
    [[nodiscard]] std::size_t rasterLength() const;
    [[nodiscard]] Length barcodeLength() const;
    [[nodiscard]] Length presenterLength() const;
    [[nodiscard]] Length textLength() const;
    [[nodiscard]] std::size_t byteAt(std::size_t index) const;

    bool m_custom;
    bool m_citizen;
    bool m_bootsInChinese;
    bool m_chinese;
    std::string m_pending;
};

} // namespace starqueue::simulators
