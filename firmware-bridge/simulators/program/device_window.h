#pragma once

#include <firmware-bridge/simulators/program/device_set.h>

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace starqueue::simulators {

/// A window on the simulated devices: paper to read, digits to look at, buttons to press,
/// covers to open and cables to pull.
class DeviceWindow : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceWindow(DeviceSet& devices, QWidget* parent = nullptr);

private:
    QWidget* makePrinter(PrinterPort& printer);
    QWidget* makeCounters();
    QWidget* makeField(const bridge::FieldDeviceConfig& device);
    QWidget* makeDisplay(const QString& id);
    QWidget* makePanel(const QString& id, bool keypad);
    void addSwitch(QHBoxLayout* row, const QString& words, const std::function<void(bool)>& act);
    void refresh();

    DeviceSet& m_devices;
    QTimer m_refresh;
    std::vector<std::function<void()>> m_painters;
};

} // namespace starqueue::simulators
