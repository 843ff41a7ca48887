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

namespace {

constexpr int kRefreshMs = 200;
constexpr int kPaperWidth = 360;

const char kDigitsOn[] = "background:#0b1f3a;color:#ffc53d;font-size:30px;font-weight:bold;padding:6px;";
const char kDigitsOff[] = "background:#0b1f3a;color:#b9c8de;font-size:30px;padding:6px;";

QString htmlOf(const escpos::PaperTicket& ticket)
{
    QString html = QStringLiteral("<div align='center' style='background:#ffffff;color:#0f1b2d;'>");
    for (const escpos::PaperLine& line : ticket.lines)
        html += QStringLiteral("<p style='margin:2px;font-size:%1px'>%2</p>")
                    .arg(13 + 9 * (line.height - 1))
                    .arg(QString::fromStdString(line.text).toHtmlEscaped());
    for (const std::string& code : ticket.qrCodes)
        html += QStringLiteral("<p style='font-size:11px'>[QR] %1</p>")
                    .arg(QString::fromStdString(code).toHtmlEscaped());
    html += QStringLiteral("</div>");
    return ticket.cut ? html + QStringLiteral("<hr>") : html;
}

QStringList buttonWords(bool keypad)
{
    if (keypad)
        return {QStringLiteral("下一位"), QStringLiteral("重呼"), QStringLiteral("开始"),
                QStringLiteral("结束"),   QStringLiteral("过号"), QStringLiteral("求助")};
    return {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"),
            QStringLiteral("5")};
}

} // namespace

DeviceWindow::DeviceWindow(DeviceSet& devices, QWidget* parent)
    : QWidget(parent), m_devices(devices), m_refresh(this)
{
    setWindowTitle(QStringLiteral("StarQueue devices"));
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
    addSwitch(switches, QStringLiteral("paper out"),
              [&printer](bool on) { printer.model().setPaperOut(on); });
    addSwitch(switches, QStringLiteral("near end"), [&printer](bool on) { printer.model().setNearEnd(on); });
    addSwitch(switches, QStringLiteral("cover"), [&printer](bool on) { printer.model().setCoverOpen(on); });
    addSwitch(switches, QStringLiteral("unplug"), [&printer](bool on) {
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
            grid->addWidget(new QLabel(QStringLiteral("Counter %1").arg(device.counter)),
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
        const QString number = seen.value(QLatin1String("number")).toString();
        const QString text = seen.value(QLatin1String("text")).toString();
        label->setText(number + QLatin1Char(' ') + text);
        const bool calling = seen.value(QLatin1String("mode")).toString() == QLatin1String("calling");
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
        lamp->setText(keypad  ? QStringLiteral("⌨")
                      : armed ? QStringLiteral("● 请评价")
                              : QStringLiteral("○"));
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
