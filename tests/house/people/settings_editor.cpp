#include <house/people/settings_editor.h>

#include <hall/settings/default_hall.h>

#include <support/phone_pages.h>

#include <string>

namespace starqueue::house {

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// The default settings with that name of the hall.
std::string settingsWith(const std::string& name)
{
    std::string text = starqueue::test::withPhonePages(std::string{settings::defaultHall()});
    const auto begin = text.find("\nname = \"") + 9;
    return text.replace(begin, text.find('"', begin) - begin, name);
}

} // namespace

SettingsEditor::SettingsEditor(House& house, HallProgram& hall)
    : m_house(house), m_hall(hall), m_random(house.random("settings editor"))
{
    for (const char* what : {"settings were saved", "settings could not be saved"})
        m_house.sometimes().expect(what);
}

void SettingsEditor::scheduleEdit()
{
    m_house.agenda().after(m_random.between(seconds{10}, minutes{6}), [this] {
        edit();
        scheduleEdit();
    });
}

void SettingsEditor::edit()
{
    const std::string name = "hall " + std::to_string(++m_edits);
    m_house.tell({"editor", "saves", {{"name", name}}});
    const auto saved =
        m_house.files().replace(m_hall.settingsFile(), settingsWith(name), files::Readers::Everybody);
    m_house.sometimes().saw(saved ? "settings were saved" : "settings could not be saved");
    if (saved)
        m_house.tell({"editor", "saved", {{"name", name}}});
    m_hall.reload();
}

} // namespace starqueue::house
