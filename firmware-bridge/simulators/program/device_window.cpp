#include <firmware-bridge/simulators/program/device_window.h>

#include <QCheckBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBrowser>

namespace starqueue::simulators {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRefreshMs = 200;
constexpr int kPaperWidth = 360;

const char kDigitsOn[] = "background:#0b1f3a;color:#ffc53d;font-size:30px;font-weight:bold;padding:6px;";
const char kDigitsOff[] = "background:#0b1f3a;color:#b9c8de;font-size:30px;padding:6px;";

QString htmlOf(const escpos::PaperTicket& ticket)
{
    QString html = u"<div align='center' style='background:#ffffff;color:#0f1b2d;'>"_s;
    for (const escpos::PaperLine& line : ticket.lines)
        html += u"<p style='margin:2px;font-size:%1px'>%2</p>"_s.arg(13 + 9 * (line.height - 1))
                    .arg(QString::fromStdString(line.text).toHtmlEscaped());
    for (const std::string& code : ticket.qrCodes)
        html += u"<p style='font-size:11px'>[QR] %1</p>"_s.arg(QString::fromStdString(code).toHtmlEscaped());
    html += u"</div>"_s;
    return ticket.cut ? html + u"<hr>"_s : html;
}

QStringList buttonWords(bool keypad)
{
    if (keypad)
        return {u"下一位"_s, u"重呼"_s, u"开始"_s, u"结束"_s, u"过号"_s, u"求助"_s};
    return {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s};
}

} // namespace

DeviceWindow::DeviceWindow(DeviceSet& devices, QWidget* parent)
    : QWidget(parent), m_devices(devices), m_refresh(this)
{
    setWindowTitle(u"StarQueue devices"_s);
    auto* row = new QHBoxLayout(this);
    for (const auto& printer : devices.printers())
        row->addWidget(makePrinter(*printer));
    row->addWidget(makeCounters(), 1);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &DeviceWindow::refresh);
    connect(&devices, &DeviceSet::changed, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    refresh();
}

QWidget* DeviceWindow::makePrinter(PrinterPort& printer)
{
    auto* box = new QGroupBox(printer.id());
    auto* column = new QVBoxLayout(box);
    auto* paperView = new QTextBrowser;
    paperView->setFixedWidth(kPaperWidth);
    column->addWidget(paperView);
    auto* switches = new QHBoxLayout;
    column->addLayout(switches);
    addSwitch(switches, u"paper out"_s, [&printer](bool on) { printer.model().setPaperOut(on); });
    addSwitch(switches, u"near end"_s, [&printer](bool on) { printer.model().setNearEnd(on); });
    addSwitch(switches, u"cover"_s, [&printer](bool on) { printer.model().setCoverOpen(on); });
    addSwitch(switches, u"unplug"_s, [&printer](bool on) {
        if (on)
            printer.unplug();
        else [[maybe_unused]]
            const QString fault = printer.plug();
    });
    m_painters.push_back([paperView, &printer, shown = QString()]() mutable {
        QString html;
        for (const escpos::PaperTicket& ticket : printer.model().tickets())
            html += htmlOf(ticket);
        if (html == shown)
            return;
        shown = html;
        paperView->setHtml(html);
        paperView->verticalScrollBar()->setValue(paperView->verticalScrollBar()->maximum());
    });
    return box;
}

QWidget* DeviceWindow::makeCounters()
{
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    QStringList counters;
    for (const bridge::FieldDeviceConfig& device : m_devices.config().devices) {
        if (m_devices.field(device.id) == nullptr)
            continue;
        if (!counters.contains(device.counter)) {
            counters += device.counter;
            grid->addWidget(new QLabel(u"Counter %1"_s.arg(device.counter)),
                            static_cast<int>(counters.size()), 0);
        }
        const auto line = static_cast<int>(counters.indexOf(device.counter)) + 1;
        grid->addWidget(makeField(device), line, 1 + static_cast<int>(device.kind));
    }
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setMinimumWidth(640);
    return scroll;
}

QWidget* DeviceWindow::makeField(const bridge::FieldDeviceConfig& device)
{
    if (device.kind == bridge::FieldDeviceConfig::Kind::Display)
        return makeDisplay(device.id);
    return makePanel(device.id, device.kind == bridge::FieldDeviceConfig::Kind::Keypad);
}

QWidget* DeviceWindow::makeDisplay(const QString& id)
{
    auto* label = new QLabel;
    label->setAlignment(Qt::AlignCenter);
    label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setMinimumWidth(200);
    label->setToolTip(id);
    m_painters.push_back([this, label, id] {
        const QJsonObject seen = m_devices.field(id)->seen(bridge::steadyNow());
        const QString number = seen.value("number"_L1).toString();
        const QString text = seen.value("text"_L1).toString();
        label->setText(number + QLatin1Char(' ') + text);
        const bool calling = seen.value("mode"_L1).toString() == "calling"_L1;
        label->setStyleSheet(QString::fromLatin1(calling ? kDigitsOn : kDigitsOff));
    });
    return label;
}

QWidget* DeviceWindow::makePanel(const QString& id, bool keypad)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    auto* lamp = new QLabel;
    row->addWidget(lamp);
    int value = 0;
    for (const QString& words : buttonWords(keypad)) {
        auto* button = new QPushButton(words);
        button->setMinimumSize(44, 44);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, id, number = ++value, box] {
            box->setToolTip(m_devices.panel(id)->press(number, bridge::steadyNow()));
            refresh();
        });
    }
    m_painters.push_back([this, id, lamp, keypad] {
        const bool armed = m_devices.panel(id)->armed(bridge::steadyNow());
        lamp->setText(keypad ? u"⌨"_s : armed ? u"● 请评价"_s : u"○"_s);
    });
    return box;
}

void DeviceWindow::addSwitch(QHBoxLayout* row, const QString& words, const std::function<void(bool)>& act)
{
    auto* box = new QCheckBox(words);
    row->addWidget(box);
    connect(box, &QCheckBox::toggled, this, [act](bool on) { act(on); });
}

void DeviceWindow::refresh()
{
    for (const auto& paint : m_painters)
        paint();
}

} // namespace starqueue::simulators
