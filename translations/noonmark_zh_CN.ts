<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>noonmark::exports</name>
    <message>
        <source>This machine takes its time from %1.</source>
        <translation>本机从 %1 获取时间。</translation>
    </message>
    <message>
        <source>The place of this file is %1; restart the time daemon after a change.</source>
        <translation>本文件应放在 %1；修改后请重启时间服务。</translation>
    </message>
    <message>
        <source>The master. &quot;iburst&quot; brings the first time after seconds instead of minutes.</source>
        <translation>主时间服务器。iburst 使首次对时只需几秒，而不是几分钟。</translation>
    </message>
    <message>
        <source>Nobody may query or change this daemon from outside (IPv4 and IPv6).</source>
        <translation>不允许外部查询或修改本机的时间服务（IPv4 和 IPv6）。</translation>
    </message>
    <message>
        <source>The servers below may answer us, whatever the rule above says, but query no more than others.</source>
        <translation>无论上一条规则如何，下列服务器都可以应答本机，但同样不能查询。</translation>
    </message>
    <message>
        <source>This machine itself may do everything: ntpq needs it.</source>
        <translation>本机自身不受限制：ntpq 需要这一点。</translation>
    </message>
    <message>
        <source>Keeps the frequency of this machine&apos;s clock across restarts.</source>
        <translation>保存本机时钟的频率偏差，重启后继续使用。</translation>
    </message>
    <message>
        <source>There is only one master: follow it although nobody can vouch for it.</source>
        <translation>只有一台主时间服务器：即使没有其他源可以印证，也跟随它。</translation>
    </message>
    <message>
        <source>The master runs on its own clock. Its root distance grows with the time since it was last set, and beyond 1.5 s it would be refused: accept it up to 16 s.</source>
        <translation>主时间服务器以自己的时钟运行。距上次校准越久，它的根距离越大，超过 1.5 s 就会被拒用；这里放宽到 16 s。</translation>
    </message>
    <message>
        <source>If this machine&apos;s clock is off by more than 1000 s, ntpd exits: start it once with -g.</source>
        <translation>如果本机时钟相差超过 1000 s，ntpd 会退出：请用 -g 启动一次。</translation>
    </message>
    <message>
        <source>The master runs on its own clock. Its root distance grows with the time since it was last set, and beyond 3 s it would be refused: accept it up to 16 s.</source>
        <translation>主时间服务器以自己的时钟运行。距上次校准越久，它的根距离越大，超过 3 s 就会被拒用；这里放宽到 16 s。</translation>
    </message>
    <message>
        <source>Steps the clock if it is off by more than a second, but only in the first three updates.</source>
        <translation>相差超过 1 秒时直接跳变，但仅限最初三次更新。</translation>
    </message>
    <message>
        <source>Lets the kernel copy the time to the hardware clock.</source>
        <translation>让内核把系统时间写入硬件时钟。</translation>
    </message>
    <message>
        <source>The master; several are tried in turn.</source>
        <translation>主时间服务器；写多台时依次尝试。</translation>
    </message>
    <message>
        <source>Empty on purpose: no public server is asked behind the master&apos;s back.</source>
        <translation>特意留空：不会绕过主时间服务器去询问公共服务器。</translation>
    </message>
    <message>
        <source>The master runs on its own clock. Its root distance grows with the time since it was last set, and beyond 5 s it would be refused: accept it up to 16 s.</source>
        <translation>主时间服务器以自己的时钟运行。距上次校准越久，它的根距离越大，超过 5 s 就会被拒用；这里放宽到 16 s。</translation>
    </message>
    <message>
        <source>ntpdate sets the clock once from these hosts at boot, before the daemon starts.</source>
        <translation>开机时，在时间服务启动之前，ntpdate 先用这些主机校时一次。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ConfigurationSession</name>
    <message>
        <source>Switch the source mode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noonmark::ui::MainWindow</name>
    <message>
        <source>&amp;Undo: %1</source>
        <extracomment>Edit menu. %1: what is taken back, for example “add a server”.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <extracomment>Edit menu. %1: what is made again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2[*] – Noonmark</source>
        <extracomment>Title of the window. %1: the verdict in a few words, %2: the file. [*] stands where unsaved changes show.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP configurations (*.conf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the configuration as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noonmark %1

Runs, watches and configures a time master for closed and half-closed networks.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Noonmark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noonmark::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>In the message bar: how many further messages wait behind this one.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ModeSwitch</name>
    <message>
        <source>This file names no upstream server, not even a disabled one. Add one on the page Sources first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source mode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noonmark::ui::StatusLine</name>
    <message>
        <source>no packet received yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>last packet %n s ago</source>
        <extracomment>Bottom right: the age of the newest packet of any source, in seconds.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last packet %n min ago</source>
        <extracomment>The same in minutes.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TopBar</name>
    <message>
        <source>This program: %1</source>
        <extracomment>Above the pages: the engine inside this program is the daemon that is administered. %1: address and port.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daemon: %1</source>
        <extracomment>Above the pages: another daemon is watched. %1: address and port.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <extracomment>Button: hands the changed lines to the running daemon.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <extracomment>The same button when the daemon runs with just this file.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time from</source>
        <extracomment>Before the three positions of the source mode.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daemon that this window administers. The engine inside this program answers on an unprivileged port and only observes this machine&apos;s clock; it never sets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the changed lines first. Nothing reaches the daemon before you agree.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>noonmark::wording</name>
    <message>
        <source>ignore: drops every packet of these hosts: no time, no queries, and replies of our own servers are dropped too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noserve: gives these hosts no time; it also drops the replies of our own servers, and leaves queries allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notrust: demands a valid key in every packet of these hosts, so ordinary clients get no time. Since 4.2 it no longer means &quot;do not follow them&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version: answers NTP version 4 only: older clients get nothing, and with ntpsec not even ntpq.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nopeer: lets these hosts not become our sources uninvited; it also keeps out servers found through &quot;pool&quot;. It never denies time, and ntpsec ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limited: gives no answer to hosts that ask too often; that holds for replies of our own servers as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noquery: gives these hosts no answer to ntpq; it never denies time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nomodify: lets these hosts read the state but not change the configuration at run time, even with the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notrap: lets these hosts not subscribe to event messages; ntpsec has none and ignores the flag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowpriotrap: event subscriptions of these hosts give way to others; it has no effect on time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kod: sends a limited host one packet that tells it to slow down; without &quot;limited&quot; it does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mssntp: hands requests of Windows domain members to Samba for signing; ntpsec up to 1.2.2 then answers nobody if Samba is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flake: drops one packet in ten by chance, for tests only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nomrulist: hides the list of clients from these hosts; other queries stay allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noepeer: lets these hosts not become our sources uninvited, not even with a valid key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serverresponse fuzz: blurs the low bits of the reference time in replies, so that they tell attackers less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets time only if its packets are signed with a key that we trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets time if it speaks NTP version 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gets time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it asks too often, it gets no answer, and is told once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it asks too often, it gets no answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line of the file matches it: the daemon&apos;s built-in default decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 decides, the rule for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines %1 decide together, they are the rule for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may query the state of this daemon (ntpq).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not query the state of this daemon (ntpq).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may change the configuration at run time if it has the control key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not change the configuration at run time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may become a source of ours uninvited (symmetric mode).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not become a source of ours uninvited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may subscribe to event messages (trap).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not subscribe to event messages (trap).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may read the list of clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may not read the list of clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the source is used for: * followed, + combined, x wrong, - farther off, blank not usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the source itself follows: an address, or a code such as .GPS. or .LOCL.; .INIT. means that it has not answered yet, .STEP. that its clock was just set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance of the source from a reference clock, 1 to 15; 16 means not synchronised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance from a reference clock, 1 to 15; 16 means not synchronised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>u asked directly, l local clock, s symmetric, p pool, b broadcast, m multicast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time since the last packet from this source was received, in seconds unless m, h or d stands behind it; it is not the time of the last correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll, s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two questions to this source, a power of two; a longer interval is a sign of a calm clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last eight questions in octal, the newest on the right: 377 means that all eight were answered. It is no counter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that a question and its answer are on the way together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the source minus ours: positive means that our clock is slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jitter, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the latest offsets of this source differ from each other. It has nothing to do with the hardware clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the source is used for, or why it is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether its packets carry a valid key: none, ok or bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Association ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daemon&apos;s number for this source; it changes when the daemon restarts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispersion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error that may have grown since the measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest error that the time can have, down to the reference clock: a source beyond the limit is not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the delays down to the reference clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root dispersion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of the dispersions down to the reference clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leap indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 no leap second, 1 one to insert, 2 one to delete at the end of the month, 3 not synchronised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How finely the clock can be read, as a power of two of a second: -20 is about one microsecond.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the clock was last corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time that the daemon serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Association ID of the source that is followed, 0 if none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How calmly the clock is steered, as a power of two of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest time constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The smallest time constant that the daemon uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast or slow this machine&apos;s oscillator runs, in millionths; the drift file keeps it across restarts. It says nothing about delays to a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the sources in use differ from each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock jitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the clock&apos;s offset differs from one correction to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock wander</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the clock&apos;s frequency changes, in millionths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP port of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our address from which the source is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our UDP port from which the source is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode in which we ask: 3 is client.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mode in which it answers: 4 is server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our poll exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval that we chose, as a power of two of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its poll exponent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval that its last packet named, as a power of two of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the allowed rate of questions is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tests that its last packet failed, one bit each; 0 is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the key that signs its packets, 0 if none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many questions in a row went unanswered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the last packet of this source was received.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the last question was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interleave delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that a packet waits inside this machine before it leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fixed correction that the configuration adds to its offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last delays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delays of the last eight measurements, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last offsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offsets of the last eight measurements, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last dispersions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dispersions of the last eight measurements, the newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daemon&apos;s name and version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor that the daemon runs on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The operating system that the daemon runs on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TAI offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds by which atomic time is ahead of UTC, from the leap-seconds file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last leap second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date of the last leap second that the leap-seconds file knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leap file expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date from which the leap-seconds file is out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks this host for time; 127.127.1.0 stands for this machine&apos;s own clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks the name up and asks several of its servers, replacing those that go bad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchanges time with an equal in both directions; ntpsec treats it as &quot;server&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends time to a broadcast or multicast address, for clients that only listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches for servers by sending questions to a multicast address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers clients that search for servers at this multicast address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens for time that others broadcast; use it only with keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens for time at these multicast addresses; use it only with keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes time from a reference clock at this machine (ntpsec); &quot;local&quot; is the machine&apos;s own clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops a source again that an earlier line added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets up a reference clock, for example the stratum at which the own clock is served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names the device files of a reference clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone numbers for the modem clock driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what hosts of an address range may do; the narrowest range that matches decides alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes flags away from an access rule, or the whole rule (ntpsec only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes an access rule (ntpd 4.2.8p18 only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a host may ask where &quot;limited&quot; holds (classic ntpd only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often a host may ask where &quot;limited&quot; holds (ntpsec only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File in which the daemon keeps the frequency error of the machine&apos;s clock across restarts; it holds no delays and no comparison with the hardware clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the frequency must change before the drift file is written again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the leap seconds; it expires every half year and must be renewed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreads a leap second over this many seconds; never mix such servers with others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File for the daemon&apos;s messages instead of the system&apos;s log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kinds of messages are logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File in which the daemon writes its process number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory of the statistics files; it is a bare prefix and must end in &quot;/&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which statistics are written to files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the files of one statistic are named and when a new one begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory into which ntpq may save the running configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads another file at this place; if it is missing, the daemon logs that and goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the reading of the configuration here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the symmetric keys; a key works only when &quot;trustedkey&quot; names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the keys that are trusted; in classic ntpd the last such line counts alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the key with which ntpq may change the configuration at run time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the key for ntpdc, an old tool; ntpsec ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory of the keys and certificates of Autokey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns on Autokey, an authentication scheme that is broken and should not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group name for Autokey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often Autokey changes a secret, as a power of two of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often Autokey makes new keys, as a power of two of seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Directory of the socket at which Samba signs replies for Windows domains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates and keys for time that is secured with NTS (ntpsec only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second UDP port on which time is served (ntpsec 1.2.4 and later).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules for choosing among sources, and orphan mode for when all of them are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds of the clock&apos;s control: when it is stepped, and when the daemon gives up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns features on; a &quot;disable&quot; of the same feature wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns features off, whatever &quot;enable&quot; says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size and memory of the list of clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a variable that ntpq can show; there must be blanks around the &quot;=&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets counters back to zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends event messages to this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which addresses the daemon listens; the last line that matches decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits of memory, stack and open files for the daemon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority mark of the packets that are sent, 0 to 63.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far multicast questions travel, ring by ring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay that is assumed for broadcasts when it cannot be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a clock tick in microseconds; modern systems need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far questions are moved about by chance, so that clients do not ask all at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the daemon tries to announce itself by multicast DNS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the daemon as a simulator; never in a real configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An old word for &quot;enable auth&quot; or &quot;disable auth&quot;: both daemons reject it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed long ago: both daemons reject it, and the line can go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed long ago: &quot;discard&quot; and &quot;limited&quot; do its work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed long ago: the daemon measures the precision itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directive of its own: &quot;enable monitor&quot; or &quot;disable monitor&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directive of its own: &quot;tos minclock&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directive of its own: &quot;tos maxclock&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed long ago: a pulse is a reference clock, 127.127.22.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directive of its own: it belongs to the simulator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be understood: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 was changed by somebody else since it was read; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP port %1 is already used by %2: only one program can serve time on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP port %1 is already used by another program: only one can serve time on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs a permission that the program does not have: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer: no daemon runs there, a firewall drops UDP, or &quot;restrict … noquery&quot; forbids queries from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses: nothing listens on that port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not supported: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock&apos;s frequency is not known yet: it will be measured first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock&apos;s frequency was taken from the drift file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offset jumped to %2: the engine waits whether it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock&apos;s frequency is being measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is synchronised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A correction of %2 was refused: it is beyond the panic threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source left that can be followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A leap second is announced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The announcement of a leap second was withdrawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leap second happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock was stepped by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is asked for time from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer asked for time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left the last eight questions unanswered and counts as unreachable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says that we ask too often: it is asked less often now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refuses to give us time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is followed now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single bad measurement of %1 was ignored: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved; it is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 was resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something happened to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace &quot;%1&quot; by &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a comment with &quot;#&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable the line with &quot;#&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the line as &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is something wrong with this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address: the daemon looks it up as a name when it starts, and without an answer ignores the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic ntpd does not understand &quot;%1&quot; and ignores the line: write &quot;mask %2&quot;, which both families of daemons read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classic ntpd does not understand &quot;%1&quot; and ignores the line: write the network&apos;s mask instead, which both families of daemons read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prefix length %1 is not possible: ntpsec silently takes the single host, classic ntpd ignores the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has bits beyond its mask %2: the rule holds for all of %3, not only for this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 looks like a network but has no mask, so the rule holds for the single host %1: add &quot;mask %2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a network mask: the daemon ignores the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask %1 has holes and covers scattered addresses; did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask %1 has holes and covers scattered addresses: check it for a slip of the pen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a wildcard mask as routers use it, ntpd wants a network mask: as it stands the network is not covered; write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask %1 is of another address family than %2: the daemon changes its default entry instead, or aborts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;default&quot; takes no mask: the daemon drops the mask and all flags behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mask must stand directly behind the address: here the rule holds for a single host, and what follows is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; contradicts the address %2: the daemon ignores the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must stand before &quot;default&quot;: as it stands, none of the flags is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ntpsec accepts no &quot;%1&quot; together with a mask: it would open the single host and drop the flags; leave &quot;%1&quot; out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number with a leading zero is octal: &quot;%1&quot; is read as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole address and is read as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number and not an address: the daemon skips the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An access rule takes no port: the daemon looks &quot;%1&quot; up as a name and ignores the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 is looked up once, when the daemon starts: addresses that it gets later are not covered, so write the address, or &quot;restrict source&quot; for time sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address; the word for everybody is &quot;default&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a mask this is one single host that nobody has: for everybody write &quot;default&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the local clock or another reference clock and not a host: it sends no packets, and the rule has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a multicast address: no packet ever comes from one, and the rule has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an IPv4 address in IPv6 clothes: no client ever matches it; write the IPv4 address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;kod&quot; does nothing without &quot;limited&quot;: nobody is limited here, and nobody is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;notrust&quot; refuses every packet without a valid key, and no keys are set up: these hosts get no time at all. It does not mean &quot;do not follow them&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;nopeer&quot; for everybody keeps out the servers that the pool in line %1 finds: add a &quot;restrict source&quot; line without nopeer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%2&quot; also drops the replies of our own server %1, so its time never arrives: add a &quot;restrict source&quot; line that lets it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is denied to anybody: every host may query this daemon, and attackers use such answers to flood others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every host may query this daemon&apos;s state, and attackers use the large answers to flood others: add &quot;noquery&quot;; it never denies time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not even this machine itself may query the daemon at %1: ntpq gets no answer here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; restricts one address family only: everybody keeps full access over the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 default is weaker than that of the other family: it lacks %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 has a rule for the same addresses: the daemon merges both, flags only ever add up, and the result is &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 has a rule for the same addresses already: this one changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rule is never reached: the one in line %1 matches all of its addresses first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; already includes %2: they can go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no effect here: the daemon ignores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; does more harm than it seems, see its explanation: remove it unless you are sure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;disable monitor&quot; has no effect while a rule has &quot;limited&quot;, because the limit needs the list of clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a directive; did you mean &quot;%2&quot;? The daemon skips this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a directive: the daemon skips this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be written in lower case, &quot;%2&quot;: as it stands, the daemon skips this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%3&quot; does not know the word &quot;%1&quot;; did you mean &quot;%2&quot;? The daemon obeys what stands before it and drops the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%3&quot; does not know the word &quot;%1&quot;: the daemon obeys what stands before it and drops the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be written in lower case, &quot;%2&quot;: as it stands, the daemon drops it and the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;//&quot; does not start a comment in ntp.conf, &quot;#&quot; does: the daemon reads &quot;%1&quot; as part of the line and reports a syntax error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comment is glued to &quot;%1&quot;: put a blank and &quot;#&quot; between them, so that daemon and reader see where the line ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daemon deletes every character that is not ASCII: instead of &quot;%1&quot; it reads &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daemon deletes every character that is not ASCII: of &quot;%1&quot; nothing is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The full-width &quot;＃&quot; does not start a comment: the daemon deletes it and obeys the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a NUL byte here: the daemon stops reading the file at this place, without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines end in a carriage return alone: the daemon reads the whole file as one single line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This word has %1 characters: ntpd 4.2.8p18 exits at a word of more than 127, other versions at more than 1024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The closing quotation mark is missing: the rest of the line becomes part of this word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word in quotation marks is never a keyword: the daemon takes &quot;%1&quot; for a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; means nothing here, words are separated by blanks: the daemon drops it and the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line of ntp.conf cannot be continued: the daemon obeys this line without what follows, and rejects the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line holds one directive: the daemon obeys the first and drops the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a command for the shell, pasted into the file by mistake: the daemon skips this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the markup of a template that was never filled in: the daemon skips it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a placeholder from an instruction: write the real address or name in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a value: without it the daemon drops the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%2&quot; takes no more words: the daemon drops &quot;%1&quot; and the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%2&quot; needs a number, and &quot;%1&quot; is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 %1 is out of range: it may be %3 to %4, and the daemon takes another value or drops the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minpoll %1 is above maxpoll %2: the daemon silently lowers minpoll to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %2 knows &quot;%1&quot;: here it is a syntax error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; no longer exists: use &quot;%2&quot; instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; no longer exists and does nothing: the line can go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is already a source in line %2: the daemon ignores this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no &quot;server %1&quot; line, so this fudge line does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;fudge&quot; sets up reference clocks, whose addresses are 127.127.x.x: the daemon ignores the line for &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local clock at stratum %1 competes with the upstream servers: give it stratum 10 or more, so that it is used only when all of them are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 sources nobody can tell which one lies: three are needed to find one wrong clock, four to be still sure when one of them is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file names no time source: the daemon never synchronises, and clients refuse its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a &quot;driftfile&quot; the daemon must learn the clock&apos;s frequency anew after every start, which takes it hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot; on this machine: the daemon logs it, goes on, and &quot;%2&quot; has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no directory for &quot;%1&quot; on this machine: the daemon cannot write what &quot;%2&quot; asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key %1 is used here, but no &quot;trustedkey&quot; line trusts it: packets with it are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upstream with own-clock fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time comes from the upstream servers only; when all of them are gone, clients soon refuse our time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time comes from the upstream servers; when all of them are gone, this machine&apos;s own clock goes on serving at a high stratum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time comes from this machine&apos;s own clock: all clients agree with it, but nobody checks that it is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file names neither upstream servers nor the own clock: nobody gets usable time from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source cannot be used now; the last column says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falseticker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source disagrees with the majority: its time is wrong by more than its own error bounds allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source is good, but there are better ones in sufficient number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source is honest, but lies farther off than the others: it still answers and is left out of the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source is good, and its time is combined into the result. It is not the one that is followed: that one has the &quot;*&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source is good, and kept in reserve because enough others are better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock follows this source now, and our stratum and reference id derive from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPS peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock follows the pulse per second of this source; another one numbers the seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name is being looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name cannot be resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer: is UDP port 123 filtered?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not synchronised itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its stratum is too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its root distance is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes its time from us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it told us to go away or to slow down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our own access rules drop its replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its replies are not signed with the right key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>watched only, by &quot;noselect&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disagrees with the majority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good, but farther off than the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept in reserve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own clock: waits until all upstream servers are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer to %1 questions: is UDP port 123 filtered?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its stratum %1 is too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its root distance of %1 is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it told us to go away or to slow down (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own clock, followed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its pulse is followed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combined into the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows a good source; the offset is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It serves this machine&apos;s own time at stratum %2: clients agree with each other, but nobody checks that this time is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time source is configured: add a server, or switch to the machine&apos;s own clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of sources that cannot be resolved: %2. Is the name service reachable?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %2 sources answers: is the network up, and does a firewall let UDP port 123 through?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources answer, but are not synchronised themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources disagree and no majority can be found: at least one of them lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few good sources: &quot;tos minsane&quot; demands %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The root distance of %3 is beyond the limit: the time may be wrong by as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is off by %1 and is only observed, never corrected, by this engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is off by %1, more than the panic threshold: the correction was refused. Set the clock once by hand, or start the daemon with -g.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is off by %1 and is being brought back slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All upstream servers are gone: the own clock takes over in %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still measuring: the first minutes tell little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off by %1 · root distance %2 · %3 of %4 sources good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sync with %1, stratum %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running on its own clock, stratum %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting: too early to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time daemon answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it running, and does it allow queries from here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sync · stratum %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own clock · stratum %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No daemon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks several times at the start, so that the first time is there after seconds instead of minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks several times at every poll; public servers take that as an attack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source is followed as long as it is good; it is still dropped when it disagrees with the majority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source is asked and shown, but never followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source is believed even against the majority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source may be dropped when there are better ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interleaved mode: the exact time of sending follows in the next packet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticates with Autokey, which is broken and should not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hides our clock&apos;s time in questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest interval between questions, as a power of two: 6 means 64 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest interval between questions, as a power of two: 10 means 1024 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the symmetric key that signs the packets; &quot;trustedkey&quot; must name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NTP version of the questions; 4 unless the server is ancient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number that only the driver of a reference clock understands; in classic ntpd it voids the line of a network server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far multicast packets travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secures this source with NTS (ntpsec only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not check the server&apos;s certificate; for tests only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or directory with the certificates that vouch for this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daemon reads this word and then drops the whole line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cipher for NTS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds that are added to this source&apos;s offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the clock of this kind, 0 for the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds that correct the clock&apos;s time; its driver says what exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second constant of the clock&apos;s driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stratum of this clock; the own clock gets 10 or more, so that real sources win.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to four characters that clients see as the clock&apos;s reference id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A switch of the clock&apos;s driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A switch of the clock&apos;s driver; often it writes every reading to clockstats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest jitter that is assumed for this clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes classic ntpd exit at start: remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device file of the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device file of the clock&apos;s pulse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the clock&apos;s serial line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the clock is believed after it fell silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of clock the driver shall expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody for whom no narrower rule is given, over IPv4 and IPv6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern for rules that the daemon makes by itself for each of its time sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network mask of the address; without it the rule holds for one host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many associations one address may make; it must stand before the flags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule holds only for packets that come from port 123: most clients use other ports and escape it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes ntpd 4.2.8 exit at start: remove it, it is the default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be followed by &quot;fuzz&quot;: blurs the reference time in replies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belongs behind &quot;serverresponse&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses only IPv4 addresses of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses only IPv6 addresses of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many sources the clustering leaves over at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many sources a pool may bring at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many sources must agree before the clock follows them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of a lower stratum than this are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources of this stratum or a higher one are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orphan mode: when all sources are gone, masters agree among themselves and serve at this stratum. Unlike the local clock it never competes with a real source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds without a source until the own clock or orphan mode takes over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds added to each source&apos;s error bounds, so that near ones still agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources with a root distance of more seconds than this are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources with a dispersion of more seconds than this are not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether servers of the same stratum may follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between two searches for servers by multicast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long broadcasts may be missing before the source counts as gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A date before which the present time cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time constant beyond which frequency is steered rather than phase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast errors are assumed to grow, in millionths.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequency to begin with, in millionths; it replaces the drift file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds over which the filter for lopsided lines looks back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offset of more seconds than this makes the daemon exit; 0 means never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offset of more seconds than this is corrected in one step; 0 means never.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &quot;step&quot;, for corrections backwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As &quot;step&quot;, for corrections forwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds that a large offset must last before the clock is stepped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a clock tick; modern systems need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New associations only with a valid key; turning it off also stops changes by ntpq.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens for broadcast time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrates reference clocks against network sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the kernel steer the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Old queries of ntpdc, which attackers use to flood others: leave it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the list of clients that &quot;limited&quot; and ntpq need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrects the clock; turned off, it is only measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes statistics files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest average interval between questions of a host, as a power of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest interval between two questions of a host, in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance with which a full list of clients forgets an entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions per second that a host may ask on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many questions a host may ask at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many packets per second tell a host to slow down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line for each correction of the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line for each measurement of a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What reference clocks report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four time stamps of each exchange.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counters of the daemon, every hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of Autokey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events of the daemon and of its sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measurements of the daemon&apos;s own speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory and processor time of the daemon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file; a &quot;/&quot; in it makes both daemons hang at start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a new file begins: day, week, month, year, age, pid or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a link without a date to the newest file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes no link to the newest file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes this statistic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not write this statistic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses the file only if its checksum is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses the file whatever its checksum says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listens on these addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens no socket on these addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens a socket on these addresses and throws away what comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest number of clients in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size of the list of clients, in kilobytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of clients up to which nobody is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds after which a client may be forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds before which no client is forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megabytes of memory that are kept from being swapped out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the stack in pages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest number of open files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serves NTS; without a certificate the daemon exits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not serve NTS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with our certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the key of our certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the keys for cookies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File or directory with the certificates that vouch for servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put each directive on a line of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the next line to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove these characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make &quot;%1&quot; active by removing the &quot;#&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands where an address is expected: the address comes first, then the flags; as it stands the daemon skips the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One rule holds for one address: the daemon drops %1 and the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mask does not follow a &quot;/&quot;: write &quot;%1 mask %2&quot;; as it stands ntpsec takes the single host, and classic ntpd ignores the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network is given twice, by the prefix length %1 and by the mask %2: ntpsec drops the mask, classic ntpd ignores the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The daemons disagree on a mask behind the name %1: write the numeric address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: a range from one address to another is not understood, and the line is ignored; write networks with masks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: an asterisk is not understood, and the line is ignored; write &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot;: an asterisk is not understood, and the line is ignored; write the network with its mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;restrict source&quot; takes no &quot;%1&quot;: the daemon skips the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;ippeerlimit&quot; must stand before the flags: here the daemon drops it and the rest of the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; in &quot;restrict source&quot; shuts out the very servers that it is meant to let in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;ntpport&quot; limits this rule to packets from port 123: most clients use other ports and escape it, and ntpd 4.2.8p18 never applies it to anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For some of its addresses the rule for %1 is not reached: the one in line %2 is found first, because the mask has holes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This rule changes nothing: the wider one in line %1 has the same flags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a keyword of ntp.conf: put it in quotation marks if it is meant as the name of a host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;limited&quot; holds for the replies of our own servers too: with &quot;discard minimum %1&quot; those of iburst, 2 s apart, are dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;enable mode7&quot; lets everybody ask for the list of clients, and attackers use the large answers to flood others: remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noonmark&apos;s own engine does not act on &quot;%1&quot; yet: it has an effect in ntpd and ntpsec only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
