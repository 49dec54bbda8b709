<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>noonmark::ctl</name>
    <message>
        <source>Numeric address of the host.</source>
        <translation>主机的数字地址。</translation>
    </message>
    <message>
        <source>UDP port that the host asks from, 123 if not given.</source>
        <translation>该主机提问时使用的 UDP 端口，默认为 123。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a numeric address</source>
        <translation>“%1”不是数字地址</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a port</source>
        <translation>“%1”不是端口号</translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation>修复：%1</translation>
    </message>
    <message>
        <source>%1: nothing to complain about, as %2 reads it.</source>
        <translation>%1：按 %2 的读法，没有发现问题。</translation>
    </message>
    <message>
        <source>Find the mistakes of an ntp.conf, with their remedies</source>
        <translation>找出 ntp.conf 中的错误，并给出修复办法</translation>
    </message>
    <message>
        <source>Tell what a host may do by an ntp.conf, and which lines decide</source>
        <translation>说明按照 ntp.conf 某台主机可以做什么，由哪几行决定</translation>
    </message>
    <message>
        <source>Show or switch where an ntp.conf takes its time from</source>
        <translation>显示或切换 ntp.conf 的时间来源</translation>
    </message>
    <message>
        <source>Write a configuration for the clients of this master</source>
        <translation>为本机的客户端生成配置文件</translation>
    </message>
    <message>
        <source>Usage: noonmarkctl COMMAND [options] ...</source>
        <translation>用法：noonmarkctl 命令 [选项] ...</translation>
    </message>
    <message>
        <source>Every command takes --help, --json (stable keys for scripts) and --lang en|zh_CN.
Exit status: 0 all is well, 1 it is not, 2 it could not be found out.</source>
        <translation>每个命令都接受 --help、--json（键名稳定，供脚本使用）和 --lang en|zh_CN。
退出状态：0 一切正常，1 不正常，2 无法得出结论。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Answer in JSON.</source>
        <translation>以 JSON 格式回答。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no format: ntp.conf, chrony.conf, timesyncd.conf or step-tickers</source>
        <translation>“%1”不是可用的格式：ntp.conf、chrony.conf、timesyncd.conf 或 step-tickers</translation>
    </message>
    <message>
        <source>say with --master by which address or name the clients reach this master</source>
        <translation>请用 --master 指明客户端通过哪个地址或名称访问本机</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither an address nor a name</source>
        <translation>“%1”既不是地址也不是主机名</translation>
    </message>
    <message>
        <source>The master&apos;s ntp.conf.</source>
        <translation>主时间服务器的 ntp.conf。</translation>
    </message>
    <message>
        <source>Address or name of this master as its clients see it; may be repeated.</source>
        <translation>客户端看到的本机地址或名称；可以重复给出。</translation>
    </message>
    <message>
        <source>ntp.conf, chrony.conf, timesyncd.conf or step-tickers.</source>
        <translation>ntp.conf、chrony.conf、timesyncd.conf 或 step-tickers。</translation>
    </message>
    <message>
        <source>Write to this file instead of the terminal.</source>
        <translation>写入该文件，而不是输出到终端。</translation>
    </message>
    <message>
        <source>The clients&apos; daemon: ntpd or ntpsec.</source>
        <translation>客户端使用的时间服务：ntpd 或 ntpsec。</translation>
    </message>
    <message>
        <source>An ntp.conf.</source>
        <translation>一个 ntp.conf 文件。</translation>
    </message>
    <message>
        <source>The daemon that reads the file: ntpd, ntpsec or noonmark; without it, the file&apos;s own words decide.</source>
        <translation>读取该文件的时间服务：ntpd、ntpsec 或 noonmark；不给出时根据文件内容判断。</translation>
    </message>
    <message>
        <source>an argument is missing, see --help</source>
        <translation>缺少参数，请看 --help</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one argument too many, see --help</source>
        <translation>多余的参数“%1”，请看 --help</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no dialect: ntpd, ntpsec or noonmark</source>
        <translation>“%1”不是可用的方言：ntpd、ntpsec 或 noonmark</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command; see noonmarkctl --help.</source>
        <translation>没有“%1”这个命令；请看 noonmarkctl --help。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command; did you mean &quot;%2&quot;?</source>
        <translation>没有“%1”这个命令；是不是想用“%2”？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no mode: isolated, fallback or upstream</source>
        <translation>“%1”不是可用的模式：isolated、fallback 或 upstream</translation>
    </message>
    <message>
        <source>the stratum must be 1 to 15</source>
        <translation>层级必须在 1 到 15 之间</translation>
    </message>
    <message>
        <source>the file has no &quot;pidfile&quot; line: name the daemon&apos;s pid file with --pid</source>
        <translation>文件中没有“pidfile”一行：请用 --pid 指明时间服务的 pid 文件</translation>
    </message>
    <message>
        <source>there is no process number in %1</source>
        <translation>%1 中没有进程号</translation>
    </message>
    <message>
        <source>%1 names no upstream server, active or disabled: add one first.</source>
        <translation>%1 中没有任何上游服务器（包括已注释的）：请先添加一个。</translation>
    </message>
    <message>
        <source>isolated, fallback or upstream; without it the present mode is shown.</source>
        <translation>isolated（隔离）、fallback（后备）或 upstream（上游）；不给出时显示当前模式。</translation>
    </message>
    <message>
        <source>Stratum of the own clock where it must be added, 10 if not given.</source>
        <translation>需要添加本机时钟时使用的层级，默认为 10。</translation>
    </message>
    <message>
        <source>Only show what would be changed.</source>
        <translation>只显示将要做的改动。</translation>
    </message>
    <message>
        <source>Tell the daemon whose process number is in this file (SIGHUP).</source>
        <translation>通知该文件中进程号所指的时间服务（SIGHUP）。</translation>
    </message>
    <message>
        <source>As --pid, with the pid file that the configuration itself names.</source>
        <translation>同 --pid，但使用配置文件自己指定的 pid 文件。</translation>
    </message>
    <message>
        <source>Tell whether a daemon&apos;s time is right, and why</source>
        <translation>说明时间服务的时间是否正确，以及原因</translation>
    </message>
    <message>
        <source>Show a daemon&apos;s sources, laid out as by ntpq -p</source>
        <translation>显示时间服务的各个源，格式同 ntpq -p</translation>
    </message>
    <message>
        <source>Show the variables of a daemon or of one of its associations</source>
        <translation>显示时间服务或其某个关联的变量</translation>
    </message>
    <message>
        <source>The daemon to ask, this machine&apos;s if not given.</source>
        <translation>要询问的时间服务，默认为本机的。</translation>
    </message>
    <message>
        <source>Show addresses, not names.</source>
        <translation>显示地址而不是名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no HOST[:PORT]</source>
        <translation>“%1”不是 主机[:端口] 的形式</translation>
    </message>
    <message>
        <source>the daemon has no association %1</source>
        <translation>时间服务没有关联 %1</translation>
    </message>
    <message>
        <source>These are the rules that grant it; their masks have so many holes that the exact list would be endless. Other rules refuse parts of it.</source>
        <translation>以上是授予该权限的规则；它们的掩码空洞太多，无法列出精确的地址清单，其中一部分会被其他规则拒绝。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no right: get-time, query, modify, peer or read-clients</source>
        <translation>“%1”不是权限名：应为 get-time、query、modify、peer 或 read-clients</translation>
    </message>
    <message>
        <source>Instead of one host&apos;s rights, the addresses of all that have this one: get-time, query, modify, peer or read-clients.</source>
        <translation>不查询某台主机的权限，而是列出拥有此权限的所有地址：get-time、query、modify、peer 或 read-clients。</translation>
    </message>
    <message>
        <source>Make the safe remedies and show them; the findings are those that are left.</source>
        <translation>执行并显示安全的修复；列出的是剩下的问题。</translation>
    </message>
    <message>
        <source>Tell what each daemon really does with a line</source>
        <translation>说明各守护进程实际如何处理某一行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no place: write FILE:LINE</source>
        <translation>“%1”不是位置：请写成 文件:行号</translation>
    </message>
    <message>
        <source>An ntp.conf, and the number of a line in it.</source>
        <translation>一个 ntp.conf 及其中某行的行号。</translation>
    </message>
    <message>
        <source>%1 has no line %2</source>
        <translation>%1 没有第 %2 行</translation>
    </message>
    <message>
        <source>Look at this file only, not at the files that it includes or at its keys.</source>
        <translation>只看这一个文件，不看它包含的文件和它的密钥。</translation>
    </message>
    <message>
        <source>List, make and check the symmetric keys of an ntp.keys</source>
        <translation>列出、生成、检查 ntp.keys 中的对称密钥</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>of a key</comment>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>of a key</comment>
        <translation>
            <numerusform>%n 个字符</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 holds no keys.</source>
        <translation>%1 中没有密钥。</translation>
    </message>
    <message>
        <source>%1: nothing to complain about.</source>
        <translation>%1：没有问题。</translation>
    </message>
    <message>
        <source>the number of a key must be 1 to 65535</source>
        <translation>密钥编号必须在 1 到 65535 之间</translation>
    </message>
    <message>
        <source>there is a key %1 already</source>
        <translation>已经有密钥 %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type for a new key: %2</source>
        <translation>新密钥不能用类型“%1”，可用：%2</translation>
    </message>
    <message>
        <source>%1 has a new key %2. Trust it with the line: trustedkey %2</source>
        <translation>%1 中有了新密钥 %2。要信任它，请写一行：trustedkey %2</translation>
    </message>
    <message>
        <source>list, generate or check.</source>
        <translation>list、generate 或 check。</translation>
    </message>
    <message>
        <source>A file of keys, such as ntp.keys.</source>
        <translation>密钥文件，例如 ntp.keys。</translation>
    </message>
    <message>
        <source>Of which type the new key is; AES128CMAC without it.</source>
        <translation>新密钥的类型；不写时为 AES128CMAC。</translation>
    </message>
    <message>
        <source>Its number; the lowest free one without it.</source>
        <translation>新密钥的编号；不写时取最小的空闲编号。</translation>
    </message>
    <message>
        <source>A comment beside it.</source>
        <translation>写在密钥后面的注释。</translation>
    </message>
    <message>
        <source>Show the values too: whoever sees one can pass for this server.</source>
        <translation>同时显示密钥的值：看到它的人就能冒充这台服务器。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no deed: list, generate or check</source>
        <translation>没有“%1”这个动作：请用 list、generate 或 check</translation>
    </message>
    <message>
        <source>%1, line %2: neither an address nor a name</source>
        <translation>%1 第 %2 行：既不是地址也不是名称</translation>
    </message>
    <message>
        <source>the list is longer than is kept; the rest was left out</source>
        <translation>列表比可保留的更长，其余已略去</translation>
    </message>
    <message>
        <source>By what: last, count, rate, address, mode, version or dropped; &quot;-&quot; in front turns it round.</source>
        <translation>排序依据：last、count、rate、address、mode、version 或 dropped；前面加“-”则倒序。</translation>
    </message>
    <message>
        <source>Only rows whose address or program contains this.</source>
        <translation>只显示地址或程序名含有此文字的行。</translation>
    </message>
    <message>
        <source>Rows at most.</source>
        <translation>最多显示的行数。</translation>
    </message>
    <message>
        <source>Comma-separated, for a spreadsheet.</source>
        <translation>以逗号分隔，供电子表格使用。</translation>
    </message>
    <message>
        <source>Tab-separated.</source>
        <translation>以制表符分隔。</translation>
    </message>
    <message>
        <source>Instead of the list: which hosts of this file ask, which are silent, and who asks without standing there.</source>
        <translation>不列出客户端，而是比对此文件中的主机：哪些在请求时间、哪些沉默，以及哪些未列入却在请求。</translation>
    </message>
    <message>
        <source>there is no order by &quot;%1&quot;</source>
        <translation>不能按“%1”排序</translation>
    </message>
    <message>
        <source>Show a daemon&apos;s associations and the state of each</source>
        <translation>显示守护进程的各个关联及其状态</translation>
    </message>
    <message>
        <source>Show a daemon&apos;s verdict and sources again and again</source>
        <translation>持续显示守护进程的结论和时间源</translation>
    </message>
    <message>
        <source>Show who asks a daemon for time</source>
        <translation>显示谁在向守护进程请求时间</translation>
    </message>
    <message>
        <source>Ask servers for the time without setting any clock</source>
        <translation>向服务器询问时间，但不设置任何时钟</translation>
    </message>
    <message>
        <source>Follow a server&apos;s time to its root</source>
        <translation>追踪服务器的时间直到源头</translation>
    </message>
    <message>
        <source>Find out why a daemon does not synchronise</source>
        <translation>找出守护进程不能同步的原因</translation>
    </message>
    <message>
        <source>Cut no name short: a long one has a line of its own.</source>
        <translation>不截断名称：过长的名称独占一行。</translation>
    </message>
    <message>
        <source>Show association numbers, as ntpq&apos;s apeers does.</source>
        <translation>显示关联编号，如同 ntpq 的 apeers。</translation>
    </message>
    <message>
        <source>Show our own address and the dispersion, as ntpq&apos;s opeers does.</source>
        <translation>显示本机地址和离散度，如同 ntpq 的 opeers。</translation>
    </message>
    <message>
        <source>the keys file has no usable key %1</source>
        <translation>密钥文件中没有可用的密钥 %1</translation>
    </message>
    <message>
        <source>The servers to ask for the time.</source>
        <translation>要询问时间的服务器。</translation>
    </message>
    <message>
        <source>How often each is asked.</source>
        <translation>每台服务器询问的次数。</translation>
    </message>
    <message>
        <source>Seconds between two questions; servers with &quot;limited&quot; punish less than 2.</source>
        <translation>两次询问之间的秒数；启用 limited 的服务器会惩罚小于 2 秒的间隔。</translation>
    </message>
    <message>
        <source>Number of the key that signs the questions.</source>
        <translation>为询问签名的密钥编号。</translation>
    </message>
    <message>
        <source>File that holds the keys.</source>
        <translation>存放密钥的文件。</translation>
    </message>
    <message>
        <source>IPv4 addresses only.</source>
        <translation>仅使用 IPv4 地址。</translation>
    </message>
    <message>
        <source>IPv6 addresses only.</source>
        <translation>仅使用 IPv6 地址。</translation>
    </message>
    <message>
        <source>Where to begin, at this machine if not given.</source>
        <translation>从哪里开始，未给出时为本机。</translation>
    </message>
    <message>
        <source>Hosts to follow at most.</source>
        <translation>最多追踪的主机数。</translation>
    </message>
    <message>
        <source>Seconds between two looks.</source>
        <translation>两次查看之间的秒数。</translation>
    </message>
    <message>
        <source>Looks after which it ends; without it only Ctrl+C ends it.</source>
        <translation>查看多少次后结束；不给出时只能用 Ctrl+C 结束。</translation>
    </message>
    <message>
        <source>Number of an association, or &amp;1, &amp;2 ...; 0 is the daemon itself.</source>
        <translation>关联的编号，或 &amp;1、&amp;2 等；0 表示守护进程本身。</translation>
    </message>
    <message>
        <source>Take in or give out the measurements that the window keeps</source>
        <translation>导入或导出窗口所保存的测量值</translation>
    </message>
    <message>
        <source>Tell what happened and when, as the window wrote it down</source>
        <translation>列出窗口记录下来的事件及其时间</translation>
    </message>
    <message>
        <source>%1 measurements taken in, %2 were known already, %3 lines are neither loopstats nor peerstats.</source>
        <translation>导入了 %1 个测量值，%2 个已存在，%3 行既不是 loopstats 也不是 peerstats。</translation>
    </message>
    <message>
        <source>%1 measurements written to %2.</source>
        <translation>%1 个测量值已写入 %2。</translation>
    </message>
    <message>
        <source>&quot;import FILE...&quot;: take in ntpd&apos;s loopstats and peerstats.</source>
        <translation>&quot;import FILE...&quot;：导入 ntpd 的 loopstats 和 peerstats。</translation>
    </message>
    <message>
        <source>&quot;export [FILE]&quot;: write every measurement as comma-separated values.</source>
        <translation>&quot;export [FILE]&quot;：以逗号分隔值写出全部测量值。</translation>
    </message>
    <message>
        <source>Say &quot;history import FILE...&quot; or &quot;history export [FILE]&quot;.</source>
        <translation>请用 &quot;history import FILE...&quot; 或 &quot;history export [FILE]&quot;。</translation>
    </message>
    <message>
        <source>Only the daemon of this name, as the window lists it; the engine inside the window has the name &quot;&quot;.</source>
        <translation>只取这个名称的守护进程，与窗口中所列一致；窗口内置引擎的名称为 &quot;&quot;。</translation>
    </message>
    <message>
        <source>Another file than the window&apos;s own history.</source>
        <translation>使用窗口自身历史记录以外的文件。</translation>
    </message>
    <message>
        <source>Only what is younger: 30m, 6h, 7d or a date.</source>
        <translation>只取更新的内容：30m、6h、7d 或日期。</translation>
    </message>
    <message>
        <source>So many entries at most, the newest.</source>
        <translation>最多这么多条，取最新的。</translation>
    </message>
    <message>
        <source>Only this: clock, sources, daemon or file.</source>
        <translation>只取此类：clock、sources、daemon 或 file。</translation>
    </message>
    <message>
        <source>Show how well our engine keeps time in a situation, on virtual time</source>
        <translation>在虚拟时间里演示我们的引擎在某种情形下守时有多准</translation>
    </message>
    <message numerus="yes">
        <source>%n server(s); each way takes %1, and on average %2 more in queues.</source>
        <translation>
            <numerusform>%n 台服务器；单程 %1，平均另有 %2 排队延迟。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock starts %1 off and runs %2 ppm too fast; its frequency wanders by %3 per root second.</source>
        <translation>时钟开始时偏差 %1，快 %2 ppm；其频率游走为每根号秒 %3。</translation>
    </message>
    <message>
        <source>The temperature moves its frequency by %1 ppm up and down, every %2.</source>
        <translation>温度使其频率上下摆动 %1 ppm，周期 %2。</translation>
    </message>
    <message>
        <source>The way to the server is congested for 20 minutes of every two hours.</source>
        <translation>通往服务器的方向每两小时拥塞 20 分钟。</translation>
    </message>
    <message>
        <source>The last server is wrong by %1.</source>
        <translation>最后一台服务器偏差 %1。</translation>
    </message>
    <message>
        <source>The last server drifts away by %1 ppm.</source>
        <translation>最后一台服务器以 %1 ppm 逐渐偏离。</translation>
    </message>
    <message>
        <source>No packet arrives from %1 s to %2 s.</source>
        <translation>从 %1 秒到 %2 秒没有报文到达。</translation>
    </message>
    <message>
        <source>after %1 s</source>
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message numerus="yes">
        <source>Medians of %n simulated run(s) of %1, from 2000 s on:</source>
        <translation>
            <numerusform>%n 次模拟（每次 %1）的中位数，从第 2000 秒起：</numerusform>
        </translation>
    </message>
    <message>
        <source>time error, root mean square</source>
        <translation>时间误差（均方根）</translation>
    </message>
    <message>
        <source>largest time error</source>
        <translation>最大时间误差</translation>
    </message>
    <message>
        <source>largest of all runs</source>
        <translation>所有模拟中的最大值</translation>
    </message>
    <message>
        <source>rate error, root mean square</source>
        <translation>频率误差（均方根）</translation>
    </message>
    <message>
        <source>%1 ppb</source>
        <translation>%1 ppb</translation>
    </message>
    <message>
        <source>below 1 ms</source>
        <translation>误差小于 1 毫秒</translation>
    </message>
    <message>
        <source>below 100 us</source>
        <translation>误差小于 100 微秒</translation>
    </message>
    <message>
        <source>questions asked</source>
        <translation>发出的查询数</translation>
    </message>
    <message>
        <source>time error while the servers were lost</source>
        <translation>失去服务器期间的时间误差</translation>
    </message>
    <message>
        <source>the same of a clock that knew time and rate when they were</source>
        <translation>若失去时时间与频率都完全准确，同期的误差</translation>
    </message>
    <message>
        <source>what clients were told that the error was at most</source>
        <translation>告知客户端的误差上限</translation>
    </message>
    <message>
        <source>--%1 wants a number from 1 to %2</source>
        <translation>--%1 需要 1 到 %2 之间的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no situation; noonmarkctl simulate lists them</source>
        <translation>“%1”不是已知的情形；运行 noonmarkctl simulate 可列出全部</translation>
    </message>
    <message>
        <source>The situation to simulate; without it all are listed.</source>
        <translation>要模拟的情形；不给出则列出全部。</translation>
    </message>
    <message>
        <source>How many runs, each with a chance of its own; 30.</source>
        <translation>模拟次数，每次随机过程各不相同；默认 30。</translation>
    </message>
    <message>
        <source>The seed of the first run; 1.</source>
        <translation>第一次模拟的种子；默认 1。</translation>
    </message>
    <message>
        <source>Ask every 2^LOG2 seconds instead of choosing.</source>
        <translation>固定每 2^LOG2 秒查询一次，而不自动选择。</translation>
    </message>
    <message>
        <source>One line for each run, in seconds, instead of medians.</source>
        <translation>每次模拟输出一行（单位为秒），而不是中位数。</translation>
    </message>
    <message>
        <source>the lines to be changed run from one file into the next: switch by hand</source>
        <translation>要改动的行跨越了两个文件：请手工切换</translation>
    </message>
    <message>
        <source>Show what a reference clock of a daemon tells of itself</source>
        <translation>显示时间服务的参考时钟关于自身的说明</translation>
    </message>
    <message>
        <source>the daemon has no reference clock</source>
        <translation>该时间服务没有参考时钟</translation>
    </message>
    <message>
        <source>association %1 is no reference clock</source>
        <translation>关联 %1 不是参考时钟</translation>
    </message>
    <message>
        <source>Number of a reference clock, or &amp;1, &amp;2 ...; the first one if not given.</source>
        <translation>参考时钟的编号，或 &amp;1、&amp;2 ……；不给出时取第一个。</translation>
    </message>
    <message>
        <source>--since %1; it wants 30m, 6h, 7d or a date like 2026-11-21 or 2026-11-21T08:00</source>
        <translation>--since %1；应为 30m、6h、7d，或 2026-11-21、2026-11-21T08:00 这样的日期</translation>
    </message>
    <message>
        <source>--topic %1; it wants clock, sources, daemon or file</source>
        <translation>--topic %1；应为 clock、sources、daemon 或 file</translation>
    </message>
    <message>
        <source>--last %1; it wants a number</source>
        <translation>--last %1；应为一个数字</translation>
    </message>
    <message>
        <source>--lang %1: there are no words in that language; en and zh_CN are there. English it is.</source>
        <translation>--lang %1：没有这种语言的文字；可用 en 和 zh_CN。现在使用英文。</translation>
    </message>
    <message>
        <source>%1; ours is %2 of it</source>
        <translation>%1；我们的是它的 %2 倍</translation>
    </message>
    <message>
        <source>The others in the same situation (chronyd 4.3, ntpsec 1.2.2, ntpd 4.3.91, ntpd-rs 1.9; medians of 30 runs):</source>
        <translation>同一情形下的其他守护进程（chronyd 4.3、ntpsec 1.2.2、ntpd 4.3.91、ntpd-rs 1.9；30 次运行的中位数）：</translation>
    </message>
    <message>
        <source>the best of them</source>
        <translation>其中最好的</translation>
    </message>
    <message>
        <source>our aim</source>
        <translation>我们的目标</translation>
    </message>
    <message>
        <source>our aim for the largest time error</source>
        <translation>我们对最大时间误差的目标</translation>
    </message>
    <message>
        <source>time error of the yardstick, a filter that knows the noise</source>
        <translation>标尺（知道噪声的滤波器）的时间误差</translation>
    </message>
    <message>
        <source>questions of the yardstick</source>
        <translation>标尺的询问次数</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Daemon</name>
    <message>
        <source>Runs %1 and serves nobody.</source>
        <translation>正在按 %1 运行，不对外授时。</translation>
    </message>
    <message>
        <source>Runs %1 and serves time on UDP port %2.</source>
        <translation>正在按 %1 运行，在 UDP 端口 %2 上授时。</translation>
    </message>
    <message>
        <source>Ends.</source>
        <translation>结束。</translation>
    </message>
    <message>
        <source>The system clock is too far off to be set unasked: check it, or allow it once with -g.</source>
        <translation>系统时钟相差太大，不能擅自设定：请检查，或用 -g 允许一次。</translation>
    </message>
    <message>
        <source>There is no network yet: the sources are asked again and again until it comes.</source>
        <translation>网络还不可用：会反复询问时间源，直到网络可用。</translation>
    </message>
    <message>
        <source>-u %1: there is no such user or group.</source>
        <translation>-u %1：没有这个用户或组。</translation>
    </message>
    <message>
        <source>Nothing of what it should listen at is there yet: until it comes only this machine itself is served.</source>
        <translation>要监听的地址或接口都还不存在：出现之前只为本机服务。</translation>
    </message>
    <message>
        <source>The system clock is not set: this process lacks the right to (CAP_SYS_TIME). The clock is only observed and served as it is. Run noonmarkd as root, or give its unit that capability.</source>
        <translation>系统时钟不会被设定：此进程没有这个权限（CAP_SYS_TIME）。时钟只被观察，并原样提供。请以 root 身份运行 noonmarkd，或给它的 unit 这个权限。</translation>
    </message>
    <message>
        <source>Told by the administrator at %1: %2 (%3)</source>
        <translation>管理员从 %1 发来的指令：%2（%3）</translation>
    </message>
    <message>
        <source>%1 has a line already: nothing changes.</source>
        <translation>%1 已经有一行了：没有任何改变。</translation>
    </message>
    <message>
        <source>This engine does not act on &quot;%1&quot; yet: nothing changes.</source>
        <translation>此引擎尚不支持“%1”：没有任何改变。</translation>
    </message>
    <message>
        <source>The daemon&apos;s own time begins with the system clock&apos;s, which is too far off: check that, or allow it once with -g.</source>
        <translation>守护进程自己的时间以系统时钟为起点，而它相差太大：请检查系统时钟，或用 -g 允许一次。</translation>
    </message>
    <message>
        <source>The system clock is only observed here: whoever keeps it has to set it right, or the servers are wrong.</source>
        <translation>这里只观察系统时钟：要么由维护它的程序把它校准，要么是服务器错了。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Keys</name>
    <message>
        <source>This key cannot be used: its type is not known here, or who may use it is written in a way that cannot be read.</source>
        <translation>这个密钥无法使用：这里不认识它的类型，或者使用者的写法无法识别。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::LeapSeconds</name>
    <message>
        <source>%1 is no list of leap seconds; it is not used.</source>
        <translation>%1 不是闰秒表；不使用它。</translation>
    </message>
    <message>
        <source>%1 is damaged: its hash is wrong. It is not used.</source>
        <translation>%1 已损坏：校验和不对。不使用它。</translation>
    </message>
    <message>
        <source>%1 has no hash; nothing tells whether it is whole.</source>
        <translation>%1 没有校验和；无法知道它是否完整。</translation>
    </message>
    <message>
        <source>%1 expires on %2: fetch a new list of leap seconds.</source>
        <translation>%1 将于 %2 过期：请取新的闰秒表。</translation>
    </message>
    <message>
        <source>%1 expired on %2: it knows of no newer leap second.</source>
        <translation>%1 已于 %2 过期：它不知道更新的闰秒。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Log</name>
    <message>
        <source>%1 The log goes on here until it can.</source>
        <translation>%1 在能够写入之前，日志写到这里。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Options</name>
    <message>
        <source>Shows this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>The ntp.conf to run.</source>
        <translation>要运行的 ntp.conf。</translation>
    </message>
    <message>
        <source>Serves time on this UDP port, 0 = to nobody.</source>
        <translation>在该 UDP 端口上授时，0 表示不对外授时。</translation>
    </message>
    <message>
        <source>Only observes the system clock and serves it as it is.</source>
        <translation>只观察系统时钟，按其现状授时。</translation>
    </message>
    <message>
        <source>Sets the system clock. Without this the daemon steers a time of its own.</source>
        <translation>设定系统时钟。不给出时，服务调节自己的一份时间。</translation>
    </message>
    <message>
        <source>Lists what is wrong with the file and ends: status 0, 1 or 2.</source>
        <translation>列出文件中的问题后结束：退出状态为 0、1 或 2。</translation>
    </message>
    <message>
        <source>The first correction may be of any size.</source>
        <translation>首次校正不限大小。</translation>
    </message>
    <message>
        <source>Slews up to 600 s instead of stepping.</source>
        <translation>600 秒以内渐进调整，不跳变。</translation>
    </message>
    <message>
        <source>IPv4 only.</source>
        <translation>仅 IPv4。</translation>
    </message>
    <message>
        <source>IPv6 only.</source>
        <translation>仅 IPv6。</translation>
    </message>
    <message>
        <source>Becomes this user once the port is open.</source>
        <translation>打开端口后切换为该用户。</translation>
    </message>
    <message>
        <source>Repeats the chance of an earlier run; for tests.</source>
        <translation>重现先前一次运行的随机数；用于测试。</translation>
    </message>
    <message>
        <source>Overrides the file&apos;s driftfile.</source>
        <translation>代替文件中的 driftfile。</translation>
    </message>
    <message>
        <source>Overrides the file&apos;s pidfile.</source>
        <translation>代替文件中的 pidfile。</translation>
    </message>
    <message>
        <source>Does nothing: the daemon never forks.</source>
        <translation>不起作用：本服务从不转入后台。</translation>
    </message>
    <message>
        <source>Noonmark&apos;s time service: runs an ntp.conf without a window.</source>
        <translation>正午的时间服务：不用窗口运行一个 ntp.conf。</translation>
    </message>
    <message>
        <source>A port is a number from 0 to 65535.</source>
        <translation>端口是 0 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>A seed is a number.</source>
        <translation>种子是数字。</translation>
    </message>
    <message>
        <source>Give the file with -c FILE.</source>
        <translation>请用 -c 文件 给出配置文件。</translation>
    </message>
    <message>
        <source>Either --no-clock or --system-clock.</source>
        <translation>--no-clock 与 --system-clock 只能用一个。</translation>
    </message>
    <message>
        <source>Either -4 or -6; without them both are used.</source>
        <translation>-4 与 -6 只能用一个；都不给出时两者都用。</translation>
    </message>
    <message>
        <source>Overrides the file&apos;s logfile.</source>
        <translation>代替文件中的 logfile。</translation>
    </message>
    <message>
        <source>Runs before all ordinary programs.</source>
        <translation>以高于所有普通程序的优先级运行。</translation>
    </message>
    <message>
        <source>One thread and plain calls, for simulators that replace them; needs --seed.</source>
        <translation>单线程，只用最普通的系统调用，供替换这些调用的模拟器使用；须给出 --seed。</translation>
    </message>
    <message>
        <source>--single-thread is for runs that can be repeated: give --seed, too.</source>
        <translation>--single-thread 用于可重复的运行：请同时给出 --seed。</translation>
    </message>
    <message>
        <source>Serves at this address or interface only, instead of what the file says; may be given several times.</source>
        <translation>只在此地址或接口提供服务，代替文件中的规定；可以多次给出。</translation>
    </message>
    <message>
        <source>Sets the time once and ends; without --system-clock tells only what it would set.</source>
        <translation>设置一次时间后结束；没有 --system-clock 时只说明会怎样设置。</translation>
    </message>
    <message>
        <source>%1 can be neither an IP address nor the name of an interface.</source>
        <translation>%1 既不可能是 IP 地址，也不可能是接口名。</translation>
    </message>
    <message>
        <source>Answers clients in this many threads, 1 to 64; one serves most networks.</source>
        <translation>用这么多个线程应答客户端，1 到 64；大多数网络一个就够。</translation>
    </message>
    <message>
        <source>The number of workers is one from 1 to 64.</source>
        <translation>工作线程的数目应为 1 到 64。</translation>
    </message>
    <message>
        <source>Either --workers or --single-thread.</source>
        <translation>--workers 与 --single-thread 只能用一个。</translation>
    </message>
    <message>
        <source>Exit status: 0 ended when asked to, 1 findings (--check), 2 file or options unusable, 3 port taken, 4 not permitted, 5 clock too far off, 6 anything else, 7 nobody gave the time (-q).</source>
        <translation>退出状态：0 按要求结束，1 发现问题（--check），2 文件或选项不可用，3 端口被占用，4 没有权限，5 时钟相差太大，6 其他原因，7 没有得到时间（-q）。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Reach</name>
    <message>
        <source>%1 was read, but the user of this daemon may not read it again: changes count after a restart only. Let that user read it to have them at SIGHUP.</source>
        <translation>%1 已读取，但本守护进程的用户不能再次读取它：改动要到重新启动后才生效。让该用户能够读取它，SIGHUP 才会生效。</translation>
    </message>
    <message>
        <source>%1 is open, but the user of this daemon may not open it again: after SIGHUP the log goes to the standard error stream. Give that user the file, and the folder if the file is to be rotated.</source>
        <translation>%1 已打开，但本守护进程的用户不能再次打开它：SIGHUP 之后日志会写到标准错误输出。请把该文件交给该用户；如需轮转日志，目录也要交给该用户。</translation>
    </message>
    <message>
        <source>%1 stays behind when this daemon ends: its user may not remove files from that folder. Give that user a folder of its own for it.</source>
        <translation>本守护进程结束时 %1 会留下：它的用户不能从该目录删除文件。请为该用户准备一个专用目录。</translation>
    </message>
    <message>
        <source>%1 is of no use and ignored: a drift file holds one number from -500 to 500, in parts per million.</source>
        <translation>%1 无法使用，已忽略：漂移文件里应是一个 -500 到 500 之间的数，单位为百万分之一。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Report</name>
    <message>
        <source>this engine does not act on &quot;%1&quot; yet.</source>
        <translation>本引擎尚未执行“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n more line(s) like these; all of them: %2</source>
        <translation>
            <numerusform>%1：还有 %n 行类似情况；查看全部：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>until the name &quot;%1&quot; is resolved this line denies nobody anything.</source>
        <translation>在名称“%1”解析之前，这一行不拒绝任何人。</translation>
    </message>
    <message>
        <source>until the name &quot;%1&quot; is resolved this line opens nothing.</source>
        <translation>在名称“%1”解析之前，这一行不放行任何人。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::SettingOnce</name>
    <message>
        <source>The time was set by %1.</source>
        <translation>时间已调整 %1。</translation>
    </message>
    <message>
        <source>The time would have been set by %1; the system clock was left alone.</source>
        <translation>时间本应调整 %1；系统时钟没有改动。</translation>
    </message>
    <message>
        <source>The time was right already.</source>
        <translation>时间本来就是准的。</translation>
    </message>
    <message>
        <source>The kernel slews the time by %1 from now on, half a millisecond in a second.</source>
        <translation>从现在起由内核将时间渐调 %1，每秒半毫秒。</translation>
    </message>
    <message>
        <source>The time would have been slewed by %1; the system clock was left alone.</source>
        <translation>时间本应渐调 %1；系统时钟没有改动。</translation>
    </message>
    <message>
        <source>%1 names no server that could be asked for the time: nothing was set. Add a line like &quot;server HOST iburst&quot;.</source>
        <translation>%1 没有列出任何可以询问时间的服务器：什么也没有设定。请添加一行，例如“server HOST iburst”。</translation>
    </message>
    <message>
        <source>The servers that answered gave no time to agree on within %1 s: nothing was set. &quot;noonmarkctl query HOST&quot; shows what a server answers.</source>
        <translation>有应答的服务器在 %1 秒内没有给出一致的时间：什么也没有设定。“noonmarkctl query HOST”显示服务器的应答。</translation>
    </message>
    <message>
        <source>No server answered within %1 s: nothing was set. Check the network and the server lines; &quot;noonmarkctl query HOST&quot; asks a server the same.</source>
        <translation>%1 秒内没有服务器应答：什么也没有设定。请检查网络和 server 行；“noonmarkctl query HOST”可以向服务器作同样的询问。</translation>
    </message>
</context>
<context>
    <name>noonmark::daemon::Statistics</name>
    <message>
        <source>Statistics are written to %1 again.</source>
        <translation>统计数据又写入 %1 了。</translation>
    </message>
    <message>
        <source>Statistics are lost: %1</source>
        <translation>统计数据丢失：%1</translation>
    </message>
</context>
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
    <name>noonmark::gui::Application</name>
    <message>
        <source>This window was started as root. It has laid down root&apos;s powers, because it needs none of them: start it as an ordinary user.</source>
        <translation>此窗口是以 root 身份启动的。它不需要 root 的任何权力，已全部放弃：请以普通用户身份启动。</translation>
    </message>
    <message>
        <source>The history of measurements could not be read. It was set aside as %1, and a new one was begun.</source>
        <translation>测量历史无法读取。它已被移到 %1，并开始了新的历史。</translation>
    </message>
    <message>
        <source>The measurements are not kept: %1</source>
        <translation>测量数据没有保存下来：%1</translation>
    </message>
    <message>
        <source>Runs, watches and configures an NTP time master.</source>
        <translation>运行、监视并配置 NTP 主时间服务器。</translation>
    </message>
    <message>
        <source>The ntp.conf to open.</source>
        <translation>要打开的 ntp.conf。</translation>
    </message>
    <message>
        <source>Language of the window: en or zh_CN.</source>
        <translation>窗口语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>Appearance: system, light or dark.</source>
        <translation>外观：system、light 或 dark。</translation>
    </message>
    <message>
        <source>UDP port of the engine inside this program; the next free one is taken.</source>
        <translation>本程序内置引擎的 UDP 端口；若被占用则取下一个空闲端口。</translation>
    </message>
    <message>
        <source>Import ntpd&apos;s statistics</source>
        <translation>导入 ntpd 的统计文件</translation>
    </message>
    <message>
        <source>Statistics of ntpd (loopstats* peerstats*)</source>
        <translation>ntpd 统计文件 (loopstats* peerstats*)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>%1 measurements were taken into the history of %2; %3 were known already, %4 lines are neither loopstats nor peerstats.</source>
        <translation>已将 %1 个测量值导入 %2 的历史记录；%3 个已存在，%4 行既不是 loopstats 也不是 peerstats。</translation>
    </message>
    <message>
        <source>Look at the daemon on this host, which is only watched. May be given several times.</source>
        <translation>查看该主机上的守护进程（只观察，不更改）。可多次给出。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AccessEntryModel</name>
    <message>
        <source>everybody else over IPv4</source>
        <translation>其他所有人（IPv4）</translation>
    </message>
    <message>
        <source>everybody else over IPv6</source>
        <translation>其他所有人（IPv6）</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>内置</translation>
    </message>
    <message numerus="yes">
        <source>line(s) %1</source>
        <extracomment>%1 is one line number or several with commas between them</extracomment>
        <translation>
            <numerusform>第 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>no restriction</source>
        <translation>没有限制</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>From</source>
        <comment>which lines of the file made an entry</comment>
        <translation>来自</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AccessLineModel</name>
    <message>
        <source>the servers of this file</source>
        <translation>此文件中的服务器</translation>
    </message>
    <message>
        <source>everybody else</source>
        <translation>其他所有人</translation>
    </message>
    <message>
        <source>no restriction</source>
        <translation>没有限制</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Whom</source>
        <comment>whom a restrict line is about</comment>
        <translation>对象</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>!</source>
        <extracomment>Head of a narrow column with the sign of the worst finding of a line</extracomment>
        <translation>!</translation>
    </message>
    <message>
        <source>Enable a line</source>
        <translation>启用一行</translation>
    </message>
    <message>
        <source>Disable a line</source>
        <translation>停用一行</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AccessPage</name>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a restrict line by form</source>
        <translation>用表单添加一行 restrict</translation>
    </message>
    <message>
        <source>Change the selected restrict line by form</source>
        <translation>用表单修改所选的 restrict 行</translation>
    </message>
    <message>
        <source>Remove the selected line from the file</source>
        <translation>从文件中删除所选的行</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按文件书写</translation>
    </message>
    <message>
        <source>IPv4 as matched</source>
        <translation>IPv4 匹配顺序</translation>
    </message>
    <message>
        <source>IPv6 as matched</source>
        <translation>IPv6 匹配顺序</translation>
    </message>
    <message>
        <source>The first entry from the top that covers a host decides alone. Lines with the same addresses have merged.</source>
        <translation>从上往下第一个包含该主机的条目单独决定。地址相同的行已经合并。</translation>
    </message>
    <message>
        <source>Restrict lines</source>
        <translation>restrict 行</translation>
    </message>
    <message>
        <source>IPv4 entries in the order of matching</source>
        <translation>按匹配顺序排列的 IPv4 条目</translation>
    </message>
    <message>
        <source>IPv6 entries in the order of matching</source>
        <translation>按匹配顺序排列的 IPv6 条目</translation>
    </message>
    <message>
        <source>Remove a line</source>
        <translation>删除一行</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问控制</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>修改(&amp;C)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AccessSimulator</name>
    <message>
        <source>What may this host do?</source>
        <translation>这台主机可以做什么？</translation>
    </message>
    <message>
        <source>192.168.31.7 or fd00::7</source>
        <translation>192.168.31.7 或 fd00::7</translation>
    </message>
    <message>
        <source>What the host may do</source>
        <translation>这台主机可以做的事</translation>
    </message>
    <message>
        <source>Who may do this?</source>
        <translation>谁可以做这件事？</translation>
    </message>
    <message>
        <source>Ri&amp;ght:</source>
        <translation>权限(&amp;G)：</translation>
    </message>
    <message>
        <source>Get the time</source>
        <translation>获取时间</translation>
    </message>
    <message>
        <source>Ask for state (ntpq)</source>
        <translation>查询状态（ntpq）</translation>
    </message>
    <message>
        <source>Change settings with the control key</source>
        <translation>用控制密钥修改设置</translation>
    </message>
    <message>
        <source>Become a peer without a key</source>
        <translation>不用密钥成为对等源</translation>
    </message>
    <message>
        <source>Read the list of clients</source>
        <translation>读取客户端列表</translation>
    </message>
    <message>
        <source>Addresses that have the right</source>
        <translation>拥有此权限的地址</translation>
    </message>
    <message>
        <source>Show the line that decides in the configuration</source>
        <translation>在配置中显示起决定作用的行</translation>
    </message>
    <message>
        <source>Type the address of a host to see what it may do here.</source>
        <translation>输入主机的地址，查看它在这里可以做什么。</translation>
    </message>
    <message>
        <source>Type a numeric address: names are not looked up.</source>
        <translation>请输入数字地址：这里不解析名称。</translation>
    </message>
    <message>
        <source>The built-in entry for %1 decides: no line of the file speaks of this host.</source>
        <extracomment>%1 is a range of addresses such as &quot;everybody else over IPv4&quot;</extracomment>
        <translation>由针对 %1 的内置条目决定：文件中没有一行提到这台主机。</translation>
    </message>
    <message>
        <source>The entry for %1 decides alone; it was made by %2.</source>
        <extracomment>%1 is a range of addresses, %2 &quot;line 12&quot; or &quot;lines 12, 14&quot;</extracomment>
        <translation>由针对 %1 的条目单独决定；它来自%2。</translation>
    </message>
    <message>
        <source>Show &amp;line %1</source>
        <translation>显示第 %1 行(&amp;L)</translation>
    </message>
    <message>
        <source>H&amp;ost:</source>
        <translation>主机(&amp;O)：</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open another ntp.conf</source>
        <translation>打开另一个 ntp.conf</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Write the file; the earlier one is kept beside it with “~” behind its name</source>
        <translation>写入文件；旧文件保留在旁边，文件名后加“~”</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Write the configuration to another file and go on with that one</source>
        <translation>把配置写入另一个文件，并继续编辑那个文件</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Make files for the clients of this master</source>
        <translation>为本机的客户端生成文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Stop the engine inside this program and close the window</source>
        <translation>停止本程序内的引擎并关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change of the file back</source>
        <translation>撤销对文件的上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again that was taken back</source>
        <translation>重做已撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Apply…</source>
        <translation>应用(&amp;A)…</translation>
    </message>
    <message>
        <source>Look at what changed and hand it to the running daemon</source>
        <translation>查看更改的内容，并交给正在运行的时间服务</translation>
    </message>
    <message>
        <source>&amp;Add source…</source>
        <translation>添加时间源(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a server, a pool or a peer to the file</source>
        <translation>在文件中添加服务器、服务器池或对等源</translation>
    </message>
    <message>
        <source>&amp;Disable source</source>
        <translation>停用时间源(&amp;D)</translation>
    </message>
    <message>
        <source>Put a “#” before the line of the selected source</source>
        <translation>在所选时间源的行前加上“#”</translation>
    </message>
    <message>
        <source>&amp;Remove source</source>
        <translation>删除时间源(&amp;R)</translation>
    </message>
    <message>
        <source>Take the line of the selected source out of the file</source>
        <translation>从文件中去掉所选时间源的行</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all of them, as tab-separated text</source>
        <translation>把所选的行（或全部行）复制为制表符分隔的文本</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <source>&amp;Explain this</source>
        <translation>解释此项(&amp;E)</translation>
    </message>
    <message>
        <source>A&amp;bout Noonmark</source>
        <translation>关于正午(&amp;B)</translation>
    </message>
    <message>
        <source>Version and licence of this program</source>
        <translation>本程序的版本和许可证</translation>
    </message>
    <message>
        <source>&amp;Compare with the file on disk…</source>
        <translation>与磁盘上的文件比较(&amp;C)…</translation>
    </message>
    <message>
        <source>Show what differs from the file on disk</source>
        <translation>显示与磁盘上的文件有何不同</translation>
    </message>
    <message>
        <source>Symmetric &amp;keys…</source>
        <translation>对称密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>List, make and change the keys of this configuration</source>
        <translation>列出、生成和修改这份配置的密钥</translation>
    </message>
    <message>
        <source>Copy as ntpq &amp;prints it</source>
        <translation>按 ntpq 的格式复制(&amp;P)</translation>
    </message>
    <message>
        <source>Copy the selected sources, or all of them, in the columns of ntpq -p</source>
        <translation>按 ntpq -p 的各列复制所选时间源，未选则复制全部</translation>
    </message>
    <message>
        <source>De&amp;tails</source>
        <translation>详情(&amp;T)</translation>
    </message>
    <message>
        <source>Show every variable of the selected source and what it means</source>
        <translation>显示所选时间源的每个变量及其含义</translation>
    </message>
    <message>
        <source>Save the charts as a picture or as numbers</source>
        <translation>把图表保存为图片或数据</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>首选项(&amp;E)…</translation>
    </message>
    <message>
        <source>How long measurements are kept, and the icon in the tray</source>
        <translation>测量值保留多久，以及托盘图标</translation>
    </message>
    <message>
        <source>I&amp;mport ntpd&apos;s statistics…</source>
        <translation>导入 ntpd 的统计文件(&amp;M)…</translation>
    </message>
    <message>
        <source>Take in loopstats and peerstats that ntpd has written</source>
        <translation>导入 ntpd 写下的 loopstats 和 peerstats</translation>
    </message>
    <message>
        <source>Explain what has the focus or is under the pointer</source>
        <translation>解释当前焦点或指针所指之处</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AnswerModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Get the time</source>
        <translation>获取时间</translation>
    </message>
    <message>
        <source>Ask for state (ntpq)</source>
        <translation>查询状态（ntpq）</translation>
    </message>
    <message>
        <source>Change settings with the control key</source>
        <translation>用控制密钥修改设置</translation>
    </message>
    <message>
        <source>Become a peer without a key</source>
        <translation>不用密钥成为对等源</translation>
    </message>
    <message>
        <source>Receive traps</source>
        <translation>接收陷阱消息</translation>
    </message>
    <message>
        <source>Read the list of clients</source>
        <translation>读取客户端列表</translation>
    </message>
    <message>
        <source>Must show a key</source>
        <translation>必须出示密钥</translation>
    </message>
    <message>
        <source>Is rate limited</source>
        <translation>受到限速</translation>
    </message>
    <message>
        <source>yes, and is told so</source>
        <translation>是，并会被告知</translation>
    </message>
    <message>
        <source>Must speak NTP version 4</source>
        <translation>必须使用 NTP 第 4 版</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>A sign and &quot;yes&quot; or &quot;no&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>May it</source>
        <comment>head of a column such as &apos;get the time&apos;</comment>
        <translation>是否允许</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ApplyDialog</name>
    <message>
        <source>%1 Line %2: %3</source>
        <extracomment>A sign such as &quot;✗&quot;, a line number, and what is wrong there</extracomment>
        <translation>%1 第 %2 行：%3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more error(s).</source>
        <translation>
            <numerusform>… 还有 %n 个错误。</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply the configuration</source>
        <translation>应用配置</translation>
    </message>
    <message>
        <source>Nothing differs from what runs now.</source>
        <translation>与当前运行的配置没有差别。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ from what runs now:</source>
        <translation>
            <numerusform>与当前运行的配置有 %n 行不同：</numerusform>
        </translation>
    </message>
    <message>
        <source>The file %1 is written; its present text stays beside it with a “~” behind the name.</source>
        <extracomment>%1 is the path of the configuration file</extracomment>
        <translation>将写入文件 %1；它现在的内容保留在旁边，文件名后加“~”。</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>将要改变的内容</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AssociationDetails</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The daemon does not list this source any more; this was its last state.</source>
        <translation>守护进程已不再列出此时间源；以上是它最后的状态。</translation>
    </message>
    <message>
        <source>Variable</source>
        <extracomment>Heads of the table that tells everything about one source.</extracomment>
        <translation>变量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Variables of the source</source>
        <translation>时间源的变量</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Told by this daemon; Noonmark makes nothing of it.</source>
        <extracomment>Meaning of a variable that only the daemon itself knows.</extracomment>
        <translation>由该守护进程报告；正午不解释此变量。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::AssociationView</name>
    <message>
        <source>The &amp;usual columns</source>
        <translation>常用列(&amp;U)</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ChartExport</name>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ChartPanel</name>
    <message>
        <source>Show or hide this source in the charts</source>
        <translation>在图表中显示或隐藏此源</translation>
    </message>
    <message>
        <source>5 min</source>
        <extracomment>Buttons above the charts: how much time they show.</extracomment>
        <translation>5 分钟</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 小时</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Follow</source>
        <extracomment>Button above the charts: keep the newest measurements in view.</extracomment>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest measurements in view. Turning the wheel or dragging a chart stops it.</source>
        <translation>让最新的测量保持可见。滚动滚轮或拖动图表会停止跟随。</translation>
    </message>
    <message>
        <source>No measurement in this span. A point appears with each answer of a source.</source>
        <translation>这段时间内没有测量。时间源每应答一次就出现一个点。</translation>
    </message>
    <message>
        <source>Offset</source>
        <extracomment>Heads of the charts; the unit follows.</extracomment>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>往返延迟</translation>
    </message>
    <message>
        <source>Dispersion</source>
        <translation>离散度</translation>
    </message>
    <message>
        <source>Root distance</source>
        <translation>根距离</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>可达</translation>
    </message>
    <message>
        <source>Offset of the clock</source>
        <translation>时钟偏移</translation>
    </message>
    <message>
        <source>Frequency of the clock</source>
        <translation>时钟频率</translation>
    </message>
    <message>
        <source>With none</source>
        <extracomment>In the menu that compares two daemons.</extracomment>
        <translation>不比较</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>The charts could not be written to %1.</source>
        <translation>图表无法写入 %1。</translation>
    </message>
    <message>
        <source>%1, %2 to %3 %4</source>
        <extracomment>Head of exported charts. %1: the daemon, %2 and %3: begin and end of the span, %4: the time zone.</extracomment>
        <translation>%1，%2 至 %3 %4</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Button above the charts: its menu has the quantities that can be drawn.</extracomment>
        <translation>显示</translation>
    </message>
    <message>
        <source>Choose what is drawn: quantities, their uncertainty, statistics</source>
        <translation>选择绘制的内容：各个量、其不确定度、统计</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>Button above the charts: its menu has the other daemons.</extracomment>
        <translation>比较</translation>
    </message>
    <message>
        <source>Draw the curves of another daemon beside these, dashed</source>
        <translation>在旁边以虚线绘制另一个守护进程的曲线</translation>
    </message>
    <message>
        <source>&amp;Uncertainty as a band</source>
        <translation>以色带表示不确定度(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Statistics of the visible span</source>
        <translation>可见时段的统计(&amp;S)</translation>
    </message>
    <message>
        <source>The wheel zooms, dragging moves the view, a double click shows everything. By keyboard: + and −, the arrows, Home.</source>
        <translation>滚轮缩放，拖动平移，双击显示全部。键盘：+ 和 −、方向键、Home。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ChartStatistics</name>
    <message>
        <source>%1 at %2</source>
        <extracomment>Allan deviation. %1: the deviation, %2: over how long.</extracomment>
        <translation>%1（间隔 %2）</translation>
    </message>
    <message>
        <source>Statistics of the visible span</source>
        <translation>可见时段的统计</translation>
    </message>
    <message>
        <source>Quantity</source>
        <extracomment>Heads of the table of statistics below the charts.</extracomment>
        <translation>量</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>均方根</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>99 %</source>
        <translation>99 %</translation>
    </message>
    <message>
        <source>Allan deviation</source>
        <translation>阿伦偏差</translation>
    </message>
    <message>
        <source>Which chart the figures belong to.</source>
        <translation>这些数字属于哪张图。</translation>
    </message>
    <message>
        <source>The source, or the daemon itself.</source>
        <translation>时间源，或守护进程本身。</translation>
    </message>
    <message>
        <source>How many measurements of the visible span were counted one by one.</source>
        <translation>可见时段内逐个计入的测量次数。</translation>
    </message>
    <message>
        <source>The mean of the values: a constant error shows here.</source>
        <translation>数值的平均：恒定的误差会在这里显现。</translation>
    </message>
    <message>
        <source>Root of the mean square about zero: what the error is worth on the whole.</source>
        <translation>以零为基准的均方根：总体误差有多大。</translation>
    </message>
    <message>
        <source>95 of 100 values are no farther from zero.</source>
        <translation>100 个值中有 95 个离零不超过此值。</translation>
    </message>
    <message>
        <source>99 of 100 values are no farther from zero.</source>
        <translation>100 个值中有 99 个离零不超过此值。</translation>
    </message>
    <message>
        <source>How much the frequency between the two clocks changes from one interval to the next, as a fraction; it is told for offsets at the usual distance of the measurements.</source>
        <translation>两个时钟之间的频率从一个间隔到下一个间隔变化多少（比值）；只对偏移给出，间隔取通常的测量间距。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ChartView</name>
    <message>
        <source>%1, %2</source>
        <extracomment>In the head of a chart. %1: the quantity, %2: its unit.</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>of 8</source>
        <extracomment>Unit of a chart: of the last eight questions so many were answered.</extracomment>
        <translation>（共 8 次）</translation>
    </message>
    <message>
        <source>%1 of 8</source>
        <extracomment>Value in a chart: how many of the last eight questions were answered.</extracomment>
        <translation>8 次中 %1 次</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ClientsHosts</name>
    <message>
        <source>Open a list of hosts</source>
        <translation>打开主机清单</translation>
    </message>
    <message>
        <source>Asking: %1 · stopped: %2 · silent: %3 · not in the list: %4</source>
        <translation>正在请求：%1 · 已停止：%2 · 沉默：%3 · 不在清单中：%4</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be understood, the first is line %1.</source>
        <translation>
            <numerusform>有 %n 行无法理解，第一处在第 %1 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>One host a line: an address, a name, or a network such as 192.168.31.0/24. A line of /etc/hosts or a table with addresses in its first column will do.</source>
        <translation>每行一台主机：地址、名称，或如 192.168.31.0/24 的网络。也可以是 /etc/hosts 的行，或第一列为地址的表格。</translation>
    </message>
    <message>
        <source>Paste the hosts that ought to ask this daemon for time</source>
        <translation>粘贴应当向本守护进程请求时间的主机</translation>
    </message>
    <message>
        <source>Open a &amp;list…</source>
        <translation>打开清单(&amp;L)…</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>My hosts</source>
        <translation>我的主机</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ClientsModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 how sure the guess is (&quot;likely&quot;), %2 what in the packets says so.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>报文数</translation>
    </message>
    <message>
        <source>Interval, s</source>
        <translation>间隔，秒</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近出现</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Address of the host that asks.</source>
        <translation>请求时间的主机的地址。</translation>
    </message>
    <message>
        <source>Name that the name service gives this address; it is looked up when the row is shown.</source>
        <translation>域名服务给出的该地址的名称；显示该行时才查询。</translation>
    </message>
    <message>
        <source>Which program it probably is, guessed from mode, version, port and rate; each row tells how sure that is.</source>
        <translation>根据模式、版本、端口和频率猜测的程序；每行都注明把握有多大。</translation>
    </message>
    <message>
        <source>Packets received from it since it was first seen.</source>
        <translation>自首次出现以来收到的报文数。</translation>
    </message>
    <message>
        <source>Seconds between two of its packets, on average.</source>
        <translation>它两次报文之间的平均秒数。</translation>
    </message>
    <message>
        <source>Seconds since its last packet, unless m, h or d stands behind it.</source>
        <translation>距它最后一个报文的秒数，后面带 m、h 或 d 时分别为分、时、天。</translation>
    </message>
    <message>
        <source>What its last packet was: a client&apos;s question, a server&apos;s answer, a query of ntpq ...</source>
        <translation>它最后一个报文是什么：客户端的询问、服务器的应答、ntpq 的查询等。</translation>
    </message>
    <message>
        <source>Version of the protocol that its last packet named.</source>
        <translation>它最后一个报文所写的协议版本。</translation>
    </message>
    <message>
        <source>Whether the access rules refused it or slowed it down.</source>
        <translation>访问规则是否拒绝了它或限制了它的速率。</translation>
    </message>
    <message>
        <source>Packets of it that were not answered because it asked too often.</source>
        <translation>因请求过于频繁而未予应答的报文数。</translation>
    </message>
    <message>
        <source>UDP port that its last packet came from; 123 is a service&apos;s own.</source>
        <translation>它最后一个报文来自的 UDP 端口；123 是服务本身的端口。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ClientsPage</name>
    <message>
        <source>Clients</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>No client contains “%1”.</source>
        <translation>没有客户端含有“%1”。</translation>
    </message>
    <message>
        <source>This daemon does not show who its clients are: &quot;nomrulist&quot; or a key keeps the list closed.</source>
        <translation>该守护进程不公开它的客户端：nomrulist 或密钥要求使列表不可读。</translation>
    </message>
    <message>
        <source>Reading the list of clients…</source>
        <translation>正在读取客户端列表…</translation>
    </message>
    <message>
        <source>Nobody has asked this daemon yet. Write the clients&apos; files on the page Export.</source>
        <translation>还没有主机向该守护进程请求时间。可在“导出”页面生成客户端的配置文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n client(s)</source>
        <translation>
            <numerusform>%n 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 of %2 clients contain what is searched for.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>the list is longer</source>
        <translation>列表更长</translation>
    </message>
    <message>
        <source>Export the clients</source>
        <translation>导出客户端列表</translation>
    </message>
    <message>
        <source>Comma-separated (*.csv)</source>
        <translation>逗号分隔 (*.csv)</translation>
    </message>
    <message>
        <source>Tab-separated (*.tsv)</source>
        <translation>制表符分隔 (*.tsv)</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>谁在请求</translation>
    </message>
    <message>
        <source>My hosts</source>
        <translation>我的主机</translation>
    </message>
    <message>
        <source>Search address, name or program</source>
        <translation>搜索地址、名称或程序</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Look up the names of the addresses that are shown</source>
        <translation>查询所显示地址的名称</translation>
    </message>
    <message>
        <source>Rea&amp;d again</source>
        <translation>重新读取(&amp;D)</translation>
    </message>
    <message>
        <source>Read the list of clients now instead of in a few seconds</source>
        <translation>立即读取客户端列表，而不是等几秒</translation>
    </message>
    <message>
        <source>Save &amp;list…</source>
        <translation>保存列表(&amp;L)…</translation>
    </message>
    <message>
        <source>Save the rows that are shown as a table for a spreadsheet</source>
        <translation>把所显示的行保存为电子表格可用的表</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ConfigurationFiles</name>
    <message>
        <source>Files of the configuration</source>
        <translation>配置的文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>%1 *</source>
        <extracomment>Name of a file with changes that are not saved. %1: the name</extracomment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Symmetric keys: opens their editor</source>
        <translation>对称密钥：打开密钥编辑器</translation>
    </message>
    <message>
        <source>Read from the folder ntp.d behind the main file</source>
        <translation>在主文件之后从目录 ntp.d 读入</translation>
    </message>
    <message>
        <source>No longer included, but not saved yet</source>
        <translation>已不再被包含，但还没有保存</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ConfigurationPage</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Remove the selected line from the file</source>
        <translation>从文件中删除所选的行</translation>
    </message>
    <message>
        <source>Move the selected line before the line above it in its group</source>
        <translation>把所选的行移到同组上一行之前</translation>
    </message>
    <message>
        <source>Move the selected line behind the line below it in its group</source>
        <translation>把所选的行移到同组下一行之后</translation>
    </message>
    <message>
        <source>Directives of the file</source>
        <translation>文件中的指令</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件的文本</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文本(&amp;T)</translation>
    </message>
    <message>
        <source>The daemon whose rules the findings and the access table follow</source>
        <translation>问题列表和访问表按哪种时间服务的规则给出</translation>
    </message>
    <message>
        <source>This file is not UTF-8 throughout. Bytes that are no characters are shown as red boxes; they stay in the file exactly as they are.</source>
        <translation>此文件并非全部是 UTF-8。不成字符的字节显示为红框；它们在文件中原样保留。</translation>
    </message>
    <message>
        <source>Add %1</source>
        <extracomment>%1 is a directive of ntp.conf such as &quot;server&quot;</extracomment>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Remove a line</source>
        <translation>删除一行</translation>
    </message>
    <message>
        <source>Move a line</source>
        <translation>移动一行</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Read as:</source>
        <comment>in front of the name of a dialect of ntp.conf</comment>
        <translation>按此读法(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>The symmetric keys that this configuration uses</source>
        <translation>这份配置使用的对称密钥</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ConfigurationSession</name>
    <message>
        <source>Switch the source mode</source>
        <translation>切换时间来源模式</translation>
    </message>
    <message>
        <source>Name a keys file</source>
        <translation>指定密钥文件</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ConfigurationText</name>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::DiagnoseChecks</name>
    <message>
        <source>Open Sources</source>
        <translation>打开时间源</translation>
    </message>
    <message>
        <source>Open Access</source>
        <translation>打开访问控制</translation>
    </message>
    <message>
        <source>Open Clients</source>
        <translation>打开客户端</translation>
    </message>
    <message>
        <source>Open Configuration</source>
        <translation>打开配置</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the command %1</source>
        <translation>复制命令 %1</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::DiagnosePage</name>
    <message>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新检查(&amp;L)</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>正在检查 %1…</translation>
    </message>
    <message>
        <source>Ask the daemon and its silent sources again</source>
        <translation>再次询问守护进程及其沉默的时间源</translation>
    </message>
    <message>
        <source>Ask servers</source>
        <translation>询问服务器</translation>
    </message>
    <message>
        <source>Trace to the root</source>
        <translation>追踪到源头</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::DiagnoseTool</name>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::DiskBar</name>
    <message>
        <source>%1 is no longer on disk: somebody removed or renamed it.</source>
        <extracomment>%1 is the name of the configuration file</extracomment>
        <translation>%1 已不在磁盘上：有人删除了它或改了名。</translation>
    </message>
    <message>
        <source>%1 was changed on disk by somebody else.</source>
        <translation>磁盘上的 %1 已被别人修改。</translation>
    </message>
    <message>
        <source>&amp;Keep mine and save</source>
        <translation>保留我的并保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>保留我的(&amp;K)</translation>
    </message>
    <message>
        <source>Take the&amp;irs</source>
        <translation>采用磁盘上的(&amp;I)</translation>
    </message>
    <message>
        <source>Show &amp;both…</source>
        <translation>并排显示两者(&amp;B)…</translation>
    </message>
    <message>
        <source>What stands here stays; the next save writes over the file on disk</source>
        <translation>保留这里的内容；下次保存时将覆盖磁盘上的文件</translation>
    </message>
    <message>
        <source>The text on disk replaces what stands here; this can be undone</source>
        <translation>用磁盘上的文本替换这里的内容；此操作可以撤销</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::DiskDialog</name>
    <message>
        <source>The file on disk and the file here</source>
        <translation>磁盘上的文件与这里的文件</translation>
    </message>
    <message>
        <source>Both are the same.</source>
        <translation>两者相同。</translation>
    </message>
    <message numerus="yes">
        <source>They differ in %n place(s).</source>
        <translation>
            <numerusform>共有 %n 处不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>On &amp;disk</source>
        <translation>磁盘上(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Here, in this window</source>
        <translation>这里，本窗口中(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Next difference</source>
        <translation>下一处不同(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Take the file on disk</source>
        <translation>采用磁盘上的文件(&amp;T)</translation>
    </message>
    <message>
        <source>The text on disk replaces what stands here; this can be undone</source>
        <translation>用磁盘上的文本替换这里的内容；此操作可以撤销</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::EditedFile</name>
    <message>
        <source>Take the file on disk</source>
        <translation>采用磁盘上的文件</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ExportPage</name>
    <message>
        <source>&amp;What:</source>
        <comment>which file is exported</comment>
        <translation>内容(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Addresses of this master:</source>
        <translation>本机的地址(&amp;A)：</translation>
    </message>
    <message>
        <source>Names or addresses that the clients shall ask, with blanks between them</source>
        <translation>客户端应询问的名称或地址，以空格分隔</translation>
    </message>
    <message>
        <source>192.168.31.1 ntp.example</source>
        <translation>192.168.31.1 ntp.example</translation>
    </message>
    <message>
        <source>Clients &amp;run:</source>
        <comment>in front of the name of a dialect of ntp.conf</comment>
        <translation>客户端运行(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Preview:</source>
        <translation>预览(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the file to the clipboard</source>
        <translation>把文件内容复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the file to this machine&apos;s disk</source>
        <translation>把文件写到本机磁盘</translation>
    </message>
    <message>
        <source>Preview of the exported file</source>
        <translation>导出文件的预览</translation>
    </message>
    <message>
        <source>This master&apos;s own file</source>
        <translation>本机自己的文件</translation>
    </message>
    <message>
        <source>%1 for clients</source>
        <translation>客户端的 %1</translation>
    </message>
    <message>
        <source>The file as it stands in the editor, with all its comments.</source>
        <translation>编辑器中的文件原样，包括所有注释。</translation>
    </message>
    <message>
        <source>Type at least one address at which clients reach this master.</source>
        <translation>请至少输入一个客户端访问本机所用的地址。</translation>
    </message>
    <message>
        <source>“%1” is neither an address nor a host name.</source>
        <translation>“%1”既不是地址也不是主机名。</translation>
    </message>
    <message>
        <source>On each client this file goes to %1.</source>
        <extracomment>%1 is a path on another machine</extracomment>
        <translation>此文件在每台客户端上应放在 %1。</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Save the exported file</source>
        <translation>保存导出的文件</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::FindBar</name>
    <message>
        <source>not found</source>
        <comment>beside the words that are looked for</comment>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>where the words stand</comment>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Beside the words that are looked for: the place that is selected, and how many there are</extracomment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>查找和替换</translation>
    </message>
    <message>
        <source>Fin&amp;d:</source>
        <translation>查找(&amp;D)：</translation>
    </message>
    <message>
        <source>Replace &amp;with:</source>
        <translation>替换为(&amp;W)：</translation>
    </message>
    <message>
        <source>Go to the place before (Shift+F3)</source>
        <translation>转到上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Go to the next place (F3)</source>
        <translation>转到下一处 (F3)</translation>
    </message>
    <message>
        <source>Close the search (Escape)</source>
        <translation>关闭查找 (Esc)</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭查找</translation>
    </message>
    <message>
        <source>Match &amp;case</source>
        <translation>区分大小写(&amp;C)</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>替换(&amp;P)</translation>
    </message>
    <message>
        <source>Replace a&amp;ll</source>
        <translation>全部替换(&amp;L)</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::FindingList</name>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>No findings: every line says what it does, for %1.</source>
        <extracomment>%1 is the name of a dialect of ntp.conf such as &quot;ntpsec 1.2&quot;</extracomment>
        <translation>没有问题：按 %1 的读法，每一行都名副其实。</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n 个提示</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Go to the line</source>
        <translation>转到该行(&amp;G)</translation>
    </message>
    <message>
        <source>Fi&amp;ndings: %1, %2, %3</source>
        <extracomment>Each of the three is a counted noun such as &quot;2 errors&quot;</extracomment>
        <translation>问题(&amp;N)：%1，%2，%3</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <source>Open the &amp;keys…</source>
        <translation>打开密钥(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::FindingModel</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A sign such as &quot;!&quot; and the word for how bad a finding is</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Holds for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>all</source>
        <comment>all dialects of ntp.conf</comment>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::JournalModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>时间源</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>时间服务</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>When Noonmark learnt of it, by this machine&apos;s clock. A daemon that is watched from here may have done it up to one look earlier.</source>
        <translation>Noonmark 得知此事的时刻，按本机时钟；被监视的服务可能在上一次查询之后、此刻之前就已做了此事。</translation>
    </message>
    <message>
        <source>What the daemon did, or what was done to its file.</source>
        <translation>服务做了什么，或它的文件被如何改动。</translation>
    </message>
    <message>
        <source>The time source that it happened to; empty if it concerns the daemon as a whole.</source>
        <translation>此事涉及的时间源；若与整个服务有关则为空。</translation>
    </message>
    <message>
        <source>The daemon that it happened to: the engine inside, or a host that is watched.</source>
        <translation>此事涉及的服务：内置引擎，或被监视的主机。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::KeyChooser</name>
    <message>
        <source>Unsigned</source>
        <extracomment>Of the questions to a server: they carry no authentication code.</extracomment>
        <translation>不签名</translation>
    </message>
    <message>
        <source>Keys of a file…</source>
        <translation>从密钥文件选择…</translation>
    </message>
    <message>
        <source>Type a key…</source>
        <translation>输入密钥…</translation>
    </message>
    <message>
        <source>Key that signs the questions</source>
        <translation>为查询签名的密钥</translation>
    </message>
    <message>
        <source>Signs each question with a key that the server knows, and believes only answers that are signed with it.</source>
        <translation>用服务器也知道的密钥为每次查询签名，并且只相信用该密钥签名的应答。</translation>
    </message>
    <message>
        <source>Key %1 (%2)</source>
        <extracomment>A symmetric key in a list. %1: its number, %2: its kind, such as SHA256.</extracomment>
        <translation>密钥 %1（%2）</translation>
    </message>
    <message>
        <source>There is no key in it that can sign.</source>
        <translation>其中没有可用于签名的密钥。</translation>
    </message>
    <message>
        <source>Keys of a file</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Sign with a key</source>
        <translation>用密钥签名</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::KeyDialog</name>
    <message>
        <source>Change a key</source>
        <translation>修改密钥</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>&amp;Show it</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>A new value from the system&apos;s source of chance, as long as the type wants</source>
        <translation>用系统的随机源生成新值，长度按类型的要求</translation>
    </message>
    <message>
        <source>&amp;Number:</source>
        <translation>编号(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Type:</source>
        <translation>类型(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>值(&amp;V)：</translation>
    </message>
    <message>
        <source>&amp;Comment:</source>
        <translation>注释(&amp;C)：</translation>
    </message>
    <message>
        <source>Up to 20 characters without blanks and “#”, or 21 to 64 hexadecimal digits.</source>
        <translation>最多 20 个字符，不能有空格和“#”；或者 21 到 64 个十六进制数字。</translation>
    </message>
    <message>
        <source>There is a key with this number already.</source>
        <translation>已经有这个编号的密钥。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::KeysDialog</name>
    <message>
        <source>Symmetric keys</source>
        <translation>对称密钥</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>修改(&amp;C)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep mine</source>
        <translation>保留我的(&amp;K)</translation>
    </message>
    <message>
        <source>Take the&amp;irs</source>
        <translation>采用磁盘上的(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Begin it</source>
        <translation>新建(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Sho&amp;w the values</source>
        <translation>显示密钥的值(&amp;W)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>The keys file %1 cannot be read by this user.</source>
        <translation>当前用户读不了密钥文件 %1。</translation>
    </message>
    <message>
        <source>There is no keys file yet. It would be %1, readable for its owner only.</source>
        <translation>还没有密钥文件。将新建 %1，只有所有者能读。</translation>
    </message>
    <message>
        <source>%1, not saved yet</source>
        <translation>%1，尚未保存</translation>
    </message>
    <message>
        <source>%1 is no longer on disk: somebody removed or renamed it.</source>
        <translation>磁盘上已没有 %1：有人删除了它或改了名。</translation>
    </message>
    <message>
        <source>%1 was changed on disk by somebody else.</source>
        <translation>磁盘上的 %1 被别人改过。</translation>
    </message>
    <message>
        <source>%1 Line %2: %3</source>
        <extracomment>A sign such as &quot;!&quot;, a line number, and what is wrong there</extracomment>
        <translation>%1 第 %2 行：%3</translation>
    </message>
    <message>
        <source>Add key %1</source>
        <translation>添加密钥 %1</translation>
    </message>
    <message>
        <source>Change key %1</source>
        <translation>修改密钥 %1</translation>
    </message>
    <message>
        <source>Remove key %1</source>
        <translation>删除密钥 %1</translation>
    </message>
    <message>
        <source>Text of the keys file</source>
        <translation>密钥文件的文本</translation>
    </message>
    <message>
        <source>The file as it is written. Show the values to type in it.</source>
        <translation>文件的原文。显示密钥值以后，就可以在这里键入。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::KeysModel</name>
    <message>
        <source>Only trusted keys are used: a “trustedkey” line names them.</source>
        <translation>只有受信任的密钥才会被使用：由“trustedkey”一行列出。</translation>
    </message>
    <message>
        <source>hidden</source>
        <comment>the value of a key</comment>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>!</source>
        <extracomment>Head of a narrow column with the sign of the worst finding of a line</extracomment>
        <translation>!</translation>
    </message>
    <message>
        <source>Trust key %1</source>
        <translation>信任密钥 %1</translation>
    </message>
    <message>
        <source>Trust key %1 no longer</source>
        <translation>不再信任密钥 %1</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::KeysText</name>
    <message>
        <source>Typing in the keys file</source>
        <translation>在密钥文件中键入</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::LineForm</name>
    <message>
        <source>&amp;Path:</source>
        <translation>路径(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>密钥(&amp;K)：</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Change line %1</source>
        <translation>修改第 %1 行</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <comment>label of a field that holds a whole line of the file</comment>
        <translation>文本(&amp;X)：</translation>
    </message>
    <message>
        <source>Addre&amp;ss:</source>
        <translation>地址(&amp;S)：</translation>
    </message>
    <message>
        <source>Name or addre&amp;ss:</source>
        <translation>名称或地址(&amp;S)：</translation>
    </message>
    <message>
        <source>Num&amp;ber:</source>
        <translation>编号(&amp;B)：</translation>
    </message>
    <message>
        <source>Va&amp;lue:</source>
        <translation>值(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::LineReadings</name>
    <message>
        <source>%1: %2</source>
        <extracomment>what a daemon does with a line; %1 is the daemon such as &quot;ntpd 4.2.8&quot;, %2 a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::LogPage</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing happened yet. Changes of sources, steps of the clock, restarts and edits of the file will stand here.</source>
        <translation>还没有任何事件。时间源的变化、时钟跳变、重启以及对文件的修改都会记录在这里。</translation>
    </message>
    <message>
        <source>No entry contains “%1”.</source>
        <translation>没有包含“%1”的记录。</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <extracomment>How many rows of the journal are shown.</extracomment>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 of %2 rows of the journal contain what is searched for.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志</translation>
    </message>
    <message>
        <source>Nothing of this kind happened.</source>
        <translation>没有发生过这类事件。</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Text with tabs (*.txt)</source>
        <translation>制表符分隔的文本 (*.txt)</translation>
    </message>
    <message>
        <source>The log could not be written to %1.</source>
        <translation>日志无法写入 %1。</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>What the log is narrowed to.</extracomment>
        <translation>全部</translation>
    </message>
    <message>
        <source>The clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>时间源</translation>
    </message>
    <message>
        <source>Daemons</source>
        <translation>守护进程</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Kind of entries</source>
        <translation>条目类别</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the entries that are shown</source>
        <translation>保存所显示的条目</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::MainWindow</name>
    <message>
        <source>&amp;Undo: %1</source>
        <extracomment>Edit menu. %1: what is taken back, for example “add a server”.</extracomment>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <extracomment>Edit menu. %1: what is made again.</extracomment>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>%1 – %2[*] – Noonmark</source>
        <extracomment>Title of the window. %1: the verdict in a few words, %2: the file. [*] stands where unsaved changes show.</extracomment>
        <translation>%1 – %2[*] – 正午</translation>
    </message>
    <message>
        <source>no file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>跟随桌面(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Open a configuration</source>
        <translation>打开配置</translation>
    </message>
    <message>
        <source>NTP configurations (*.conf)</source>
        <translation>NTP 配置文件 (*.conf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the configuration as</source>
        <translation>配置另存为</translation>
    </message>
    <message>
        <source>The file has changes that are not saved.</source>
        <translation>文件中有尚未保存的更改。</translation>
    </message>
    <message>
        <source>Noonmark %1

Runs, watches and configures a time master for closed and half-closed networks.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>正午 %1

为封闭和半封闭网络运行、监视和配置主时间服务器。

自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。不提供任何担保。</translation>
    </message>
    <message>
        <source>About Noonmark</source>
        <translation>关于正午</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>In the message bar: how many further messages wait behind this one.</extracomment>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::ModeSwitch</name>
    <message>
        <source>This file names no upstream server, not even a disabled one. Add one on the page Sources first.</source>
        <translation>此文件中没有任何上游服务器，连已停用的也没有。请先在“时间源”页面添加一个。</translation>
    </message>
    <message>
        <source>Source mode</source>
        <translation>时间来源模式</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The daemon answers on %1.</source>
        <translation>时间服务在 %1 上应答。</translation>
    </message>
    <message>
        <source>UDP port 123 is bound: clients get their time here.</source>
        <translation>已绑定 UDP 123 端口：客户端从这里获取时间。</translation>
    </message>
    <message>
        <source>Time is served on UDP port %1, for trying out. Clients ask port 123: for them, run noonmarkd with this file.</source>
        <translation>正在 UDP 端口 %1 上试用授时。客户端询问的是 123 端口：要为它们服务，请用此文件运行 noonmarkd。</translation>
    </message>
    <message>
        <source>Whether the clock is steered is not known.</source>
        <translation>不知道时钟是否受到调节。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is observed only; this program never sets it.</source>
        <translation>对本机时钟只观察；此程序从不设定它。</translation>
    </message>
    <message>
        <source>The clock is steered by the daemon.</source>
        <translation>时钟由时间服务调节。</translation>
    </message>
    <message numerus="yes">
        <source>The file has %n mistake(s).</source>
        <translation>
            <numerusform>文件中有 %n 个错误。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>The file has %n thing(s) to look at.</source>
        <translation>
            <numerusform>文件中有 %n 处值得注意。</numerusform>
        </translation>
    </message>
    <message>
        <source>No mistake was found in the file.</source>
        <translation>文件中没有发现错误。</translation>
    </message>
    <message>
        <source>The file names no drift file: after each restart the frequency is learned anew, for hours.</source>
        <translation>文件没有指定漂移文件：每次重启后要用几个小时重新测定频率偏差。</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>配置</translation>
    </message>
    <message>
        <source>The drift file %1 can be written.</source>
        <translation>漂移文件 %1 可以写入。</translation>
    </message>
    <message>
        <source>The drift file %1 cannot be written by this user; the daemon&apos;s own may.</source>
        <translation>当前用户不能写入漂移文件 %1；时间服务自己的用户也许可以。</translation>
    </message>
    <message>
        <source>Offset, last hour</source>
        <extracomment>Head of the chart on the overview; a unit follows.</extracomment>
        <translation>最近一小时的偏移</translation>
    </message>
    <message>
        <source>No measurement yet. The curve begins with the first answer of a source.</source>
        <translation>还没有测量。时间源首次应答后曲线开始。</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Reference ID</source>
        <translation>参考标识</translation>
    </message>
    <message>
        <source>Root distance</source>
        <translation>根距离</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>频率偏差</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Requests answered</source>
        <translation>已应答的请求</translation>
    </message>
    <message>
        <source>How many requests for the time were answered since the daemon started.</source>
        <translation>自时间服务启动以来应答了多少次授时请求。</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>查明原因</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>UDP port %1 is bound, but there is no time to give yet: clients are told not to believe it.</source>
        <translation>已占用 UDP 端口 %1，但目前还没有时间可授：客户端会被告知不要相信。</translation>
    </message>
    <message>
        <source>Time is served on UDP port %1, for trying out. Clients ask port 123, which another program holds here: choose 127.0.0.1 above to look at it, or stop it and run noonmarkd with this file.</source>
        <translation>正在 UDP 端口 %1 上授时，供试用。客户端询问的是端口 123，而本机的该端口被另一个程序占用：在上方选择 127.0.0.1 查看它，或停止它并用此文件运行 noonmarkd。</translation>
    </message>
    <message>
        <source>Time is served on UDP port %1, for trying out. Clients ask port 123, which %2 holds here: choose 127.0.0.1 above to look at it, or stop it and run noonmarkd with this file.</source>
        <translation>正在 UDP 端口 %1 上授时，供试用。客户端询问的是端口 123，而本机的该端口被 %2 占用：在上方选择 127.0.0.1 查看它，或停止它并用此文件运行 noonmarkd。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Show the verdict in the &amp;tray of the desktop</source>
        <translation>在桌面托盘中显示结论(&amp;T)</translation>
    </message>
    <message>
        <source>After this time, or when the file has this size, the oldest single measurements go; what they were on the whole stays for at least 400 days.</source>
        <translation>超过此时间，或文件达到此大小后，最旧的单个测量值会被删除；它们的概要至少保留 400 天。</translation>
    </message>
    <message>
        <source>Keep every measurement for, &amp;days:</source>
        <translation>保留每个测量值的天数(&amp;D)：</translation>
    </message>
    <message>
        <source>Largest &amp;size of the history, MB:</source>
        <translation>历史记录的最大大小(&amp;S)，MB：</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::QueryTool</name>
    <message>
        <source>Not understood: %1</source>
        <translation>无法理解：%1</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>询问(&amp;A)</translation>
    </message>
    <message>
        <source>Servers to ask for the time, with blanks between them</source>
        <translation>要询问时间的服务器，以空格分隔</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Offset, ms</source>
        <translation>偏移 (ms)</translation>
    </message>
    <message>
        <source>Delay, ms</source>
        <translation>往返延迟 (ms)</translation>
    </message>
    <message>
        <source>Dispersion, ms</source>
        <translation>离散度 (ms)</translation>
    </message>
    <message>
        <source>Root distance, ms</source>
        <translation>根距离 (ms)</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::RestrictDialog</name>
    <message>
        <source>%1 %2</source>
        <extracomment>A sign such as &quot;!&quot; and what is wrong with the line</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Change a restrict line</source>
        <translation>修改一行 restrict</translation>
    </message>
    <message>
        <source>Add a restrict line</source>
        <translation>添加一行 restrict</translation>
    </message>
    <message>
        <source>&amp;Whom:</source>
        <comment>whom a restrict line is about</comment>
        <translation>对象(&amp;W)：</translation>
    </message>
    <message>
        <source>A host or a network</source>
        <translation>主机或网络</translation>
    </message>
    <message>
        <source>Everybody else (IPv4 and IPv6)</source>
        <translation>其他所有人（IPv4 和 IPv6）</translation>
    </message>
    <message>
        <source>Everybody else over IPv4</source>
        <translation>其他所有人（IPv4）</translation>
    </message>
    <message>
        <source>Everybody else over IPv6</source>
        <translation>其他所有人（IPv6）</translation>
    </message>
    <message>
        <source>The servers that this file takes time from</source>
        <translation>此文件所用的时间服务器</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>地址(&amp;D)：</translation>
    </message>
    <message>
        <source>192.168.31.0/24 or 192.168.31.7</source>
        <translation>192.168.31.0/24 或 192.168.31.7</translation>
    </message>
    <message>
        <source>Without a flag everything is allowed. Each flag takes something away:</source>
        <translation>没有标志时一切都允许。每个标志去掉一些权限：</translation>
    </message>
    <message>
        <source>&amp;Line that is written:</source>
        <translation>将写入的行(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>修改(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::SourceDialog</name>
    <message>
        <source>Add a time source</source>
        <translation>添加时间源</translation>
    </message>
    <message>
        <source>Server: one host that is asked</source>
        <translation>服务器：询问一台主机</translation>
    </message>
    <message>
        <source>Pool: a name with several changing hosts</source>
        <translation>服务器池：一个名称对应多台变动的主机</translation>
    </message>
    <message>
        <source>Peer: a host of our own rank, both help each other</source>
        <translation>对等：同级主机，彼此互助</translation>
    </message>
    <message>
        <source>This machine&apos;s own clock</source>
        <translation>本机自己的时钟</translation>
    </message>
    <message>
        <source>Ask &amp;quickly at the start (iburst)</source>
        <translation>启动时快速对时(&amp;Q)（iburst）</translation>
    </message>
    <message>
        <source>&amp;Prefer it among good ones (prefer)</source>
        <translation>正常时优先使用(&amp;P)（prefer）</translation>
    </message>
    <message>
        <source>as the daemon does</source>
        <translation>由时间服务决定</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>种类(&amp;K)：</translation>
    </message>
    <message>
        <source>&amp;Address or name:</source>
        <translation>地址或名称(&amp;A)：</translation>
    </message>
    <message>
        <source>S&amp;hortest interval, log2 s:</source>
        <translation>最短间隔，log2 秒(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Longest interval, log2 s:</source>
        <translation>最长间隔，log2 秒(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Stratum:</source>
        <translation>层级(&amp;S)：</translation>
    </message>
    <message>
        <source>In the file:</source>
        <translation>文件中写为：</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::SourcesPage</name>
    <message>
        <source>Sources</source>
        <translation>时间源</translation>
    </message>
    <message>
        <source>Add source %1</source>
        <translation>添加时间源 %1</translation>
    </message>
    <message>
        <source>No active line of the file makes the source %1; it was taken out or disabled already.</source>
        <translation>文件中没有生效的行产生时间源 %1；它已被去掉或停用。</translation>
    </message>
    <message>
        <source>Disable source %1</source>
        <translation>停用时间源 %1</translation>
    </message>
    <message>
        <source>Remove source %1</source>
        <translation>删除时间源 %1</translation>
    </message>
    <message>
        <source>The daemon does not run with the changed file yet: apply it.</source>
        <translation>时间服务尚未使用更改后的文件：请应用它。</translation>
    </message>
    <message>
        <source>No time source is running. Add one, or choose “Isolated” above to serve this machine&apos;s own clock; then apply the change.</source>
        <translation>没有正在运行的时间源。请添加一个，或在上方选择“隔离”以使用本机自己的时钟；然后应用更改。</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation>筛选时间源</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Below the table of sources. %1: one of them, %2: what it is used for, or why it is not used.</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::StatusLine</name>
    <message>
        <source>no packet received yet</source>
        <translation>尚未收到数据包</translation>
    </message>
    <message numerus="yes">
        <source>last packet %n s ago</source>
        <extracomment>Bottom right: the age of the newest packet of any source, in seconds.</extracomment>
        <translation>
            <numerusform>上次收包在 %n 秒前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last packet %n min ago</source>
        <extracomment>The same in minutes.</extracomment>
        <translation>
            <numerusform>上次收包在 %n 分钟前</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>noonmark::ui::StructureModel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <comment>how many lines of the file belong to this group</comment>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>!</source>
        <extracomment>Head of a narrow column with the sign of the worst finding of a line</extracomment>
        <translation>!</translation>
    </message>
    <message>
        <source>Enable a line</source>
        <translation>启用一行</translation>
    </message>
    <message>
        <source>Disable a line</source>
        <translation>停用一行</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>无法理解</translation>
    </message>
    <message>
        <source>Time sources</source>
        <translation>时间源</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Keys and authentication</source>
        <translation>密钥与认证</translation>
    </message>
    <message>
        <source>Statistics and logs</source>
        <translation>统计与日志</translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>调优</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>No longer known</source>
        <translation>已不再支持</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TargetChooser</name>
    <message>
        <source>being asked for the first time</source>
        <translation>正在首次查询</translation>
    </message>
    <message>
        <source>does not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Watch another host…</source>
        <translation>监视其他主机…</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <extracomment>Last row of the list of daemons. %1: host or address.</extracomment>
        <translation>停止监视 %1</translation>
    </message>
    <message>
        <source>This program: %1</source>
        <extracomment>In the list of daemons: the engine inside this program. %1: address and port.</extracomment>
        <translation>本程序：%1</translation>
    </message>
    <message>
        <source>Watch another host</source>
        <translation>监视其他主机</translation>
    </message>
    <message>
        <source>Host or address of an ntpd, an ntpsec or a noonmarkd, with :PORT if it is not 123. It must allow queries from here.</source>
        <translation>运行 ntpd、ntpsec 或 noonmarkd 的主机名或地址；端口不是 123 时在后面加“:端口”。该主机必须允许从本机查询。</translation>
    </message>
    <message>
        <source>“%1” is no host: write a name or an address, and :PORT behind it if needed.</source>
        <translation>“%1”不是主机：请填写名称或地址，需要时在后面加“:端口”。</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>时间服务</translation>
    </message>
    <message>
        <source>The daemon that this window looks at. The engine inside this program answers on an unprivileged port and only observes this machine&apos;s clock; it never sets it. Other hosts are only watched.</source>
        <translation>本窗口所查看的时间服务。程序内置的引擎在非特权端口上应答，只观察本机时钟，绝不设置它。其他主机只被监视。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TextCommands</name>
    <message>
        <source>Comment out or back in</source>
        <translation>注释或取消注释</translation>
    </message>
    <message>
        <source>The file is still being checked.</source>
        <translation>文件仍在检查中。</translation>
    </message>
    <message>
        <source>There are no findings.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>No remedy is known for this line.</source>
        <translation>这一行没有已知的修复办法。</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Replace…</source>
        <translation>替换(&amp;R)…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Comment out or back in</source>
        <translation>注释或取消注释(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go to the next finding</source>
        <translation>转到下一个问题(&amp;G)</translation>
    </message>
    <message>
        <source>Go &amp;back to the finding before</source>
        <translation>转到上一个问题(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Mend this line</source>
        <translation>修复这一行(&amp;M)</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TopBar</name>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <extracomment>Button: hands the changed lines to the running daemon.</extracomment>
        <translation>
            <numerusform>应用 %n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to apply</source>
        <extracomment>The same button when the daemon runs with just this file.</extracomment>
        <translation>没有可应用的更改</translation>
    </message>
    <message>
        <source>Time from</source>
        <extracomment>Before the three positions of the source mode.</extracomment>
        <translation>时间来自</translation>
    </message>
    <message>
        <source>Shows the changed lines first. Nothing reaches the daemon before you agree.</source>
        <translation>先显示更改的行。在你同意之前，不会有任何内容送到时间服务。</translation>
    </message>
    <message>
        <source>%1 is only watched from here. Choose “This program” at the left to apply the file.</source>
        <translation>%1 在这里只被监视。要应用文件，请在左侧选择“本程序”。</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TraceTool</name>
    <message>
        <source>Not understood: %1</source>
        <translation>无法理解：%1</translation>
    </message>
    <message>
        <source>T&amp;race</source>
        <translation>追踪(&amp;R)</translation>
    </message>
    <message>
        <source>Where the way to the root begins</source>
        <translation>通往源头的路从哪里开始</translation>
    </message>
    <message>
        <source>The way to the root</source>
        <translation>通往源头的路</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Offset, ms</source>
        <translation>偏移 (ms)</translation>
    </message>
    <message>
        <source>Root distance, ms</source>
        <translation>根距离 (ms)</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>它的状态</translation>
    </message>
</context>
<context>
    <name>noonmark::ui::TrayIcon</name>
    <message>
        <source>&amp;Show or hide the window</source>
        <translation>显示或隐藏窗口(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>noonmark::wording</name>
    <message>
        <source>ignore: drops every packet of these hosts: no time, no queries, and replies of our own servers are dropped too.</source>
        <translation>ignore：丢弃这些主机的所有数据包：不授时、不答查询，连本机所用服务器的应答也会被丢弃。</translation>
    </message>
    <message>
        <source>noserve: gives these hosts no time; it also drops the replies of our own servers, and leaves queries allowed.</source>
        <translation>noserve：不向这些主机授时；本机所用服务器的应答也会被丢弃，查询仍然允许。</translation>
    </message>
    <message>
        <source>notrust: demands a valid key in every packet of these hosts, so ordinary clients get no time. Since 4.2 it no longer means &quot;do not follow them&quot;.</source>
        <translation>notrust：要求这些主机的每个数据包都带有效密钥，普通客户端因此得不到时间。自 4.2 起，它不再表示“不跟随它们”。</translation>
    </message>
    <message>
        <source>version: answers NTP version 4 only: older clients get nothing, and with ntpsec not even ntpq.</source>
        <translation>version：只应答 NTP 第 4 版：旧客户端得不到应答；在 ntpsec 中连 ntpq 也不行。</translation>
    </message>
    <message>
        <source>limited: gives no answer to hosts that ask too often; that holds for replies of our own servers as well.</source>
        <translation>limited：对提问过于频繁的主机不予应答；本机所用服务器的应答同样受限。</translation>
    </message>
    <message>
        <source>noquery: gives these hosts no answer to ntpq; it never denies time.</source>
        <translation>noquery：不应答这些主机的 ntpq 查询；它从不影响授时。</translation>
    </message>
    <message>
        <source>nomodify: lets these hosts read the state but not change the configuration at run time, even with the key.</source>
        <translation>nomodify：这些主机可以查看状态，但即使有密钥也不能在运行时修改配置。</translation>
    </message>
    <message>
        <source>lowpriotrap: event subscriptions of these hosts give way to others; it has no effect on time.</source>
        <translation>lowpriotrap：这些主机的事件订阅让位于其他主机；对授时没有影响。</translation>
    </message>
    <message>
        <source>kod: sends a limited host one packet that tells it to slow down; without &quot;limited&quot; it does nothing.</source>
        <translation>kod：向被限速的主机发一个数据包，告诉它放慢；没有“limited”就不起作用。</translation>
    </message>
    <message>
        <source>mssntp: hands requests of Windows domain members to Samba for signing; ntpsec up to 1.2.2 then answers nobody if Samba is not there.</source>
        <translation>mssntp：把 Windows 域成员的请求交给 Samba 签名；ntpsec 1.2.2 及以前在没有 Samba 时不应答任何人。</translation>
    </message>
    <message>
        <source>flake: drops one packet in ten by chance, for tests only.</source>
        <translation>flake：随机丢弃十分之一的数据包，只用于测试。</translation>
    </message>
    <message>
        <source>nomrulist: hides the list of clients from these hosts; other queries stay allowed.</source>
        <translation>nomrulist：对这些主机隐藏客户端列表；其他查询仍然允许。</translation>
    </message>
    <message>
        <source>serverresponse fuzz: blurs the low bits of the reference time in replies, so that they tell attackers less.</source>
        <translation>serverresponse fuzz：模糊应答中参考时间的低位，使攻击者得到的信息更少。</translation>
    </message>
    <message>
        <source>It gets no time.</source>
        <translation>它得不到时间。</translation>
    </message>
    <message>
        <source>It gets time only if its packets are signed with a key that we trust.</source>
        <translation>只有数据包用我们信任的密钥签名时，它才能得到时间。</translation>
    </message>
    <message>
        <source>It gets time if it speaks NTP version 4.</source>
        <translation>如果它使用 NTP 第 4 版，就能得到时间。</translation>
    </message>
    <message>
        <source>It gets time.</source>
        <translation>它能得到时间。</translation>
    </message>
    <message>
        <source>If it asks too often, it gets no answer, and is told once.</source>
        <translation>如果它提问过于频繁，就得不到应答，并会被告知一次。</translation>
    </message>
    <message>
        <source>If it asks too often, it gets no answer.</source>
        <translation>如果它提问过于频繁，就得不到应答。</translation>
    </message>
    <message>
        <source>No line of the file matches it: the daemon&apos;s built-in default decides.</source>
        <translation>文件中没有一行与它匹配：由时间服务内置的默认规则决定。</translation>
    </message>
    <message>
        <source>Line %1 decides, the rule for %2.</source>
        <translation>由第 %1 行决定，即针对 %2 的规则。</translation>
    </message>
    <message>
        <source>Lines %1 decide together, they are the rule for %2.</source>
        <translation>由第 %1 行共同决定，它们合成针对 %2 的规则。</translation>
    </message>
    <message>
        <source>It may query the state of this daemon (ntpq).</source>
        <translation>它可以查询本服务的状态（ntpq）。</translation>
    </message>
    <message>
        <source>It may not query the state of this daemon (ntpq).</source>
        <translation>它不能查询本服务的状态（ntpq）。</translation>
    </message>
    <message>
        <source>It may change the configuration at run time if it has the control key.</source>
        <translation>如果有控制密钥，它可以在运行时修改配置。</translation>
    </message>
    <message>
        <source>It may not change the configuration at run time.</source>
        <translation>它不能在运行时修改配置。</translation>
    </message>
    <message>
        <source>It may become a source of ours uninvited (symmetric mode).</source>
        <translation>它可以不经邀请成为我们的时间源（对称模式）。</translation>
    </message>
    <message>
        <source>It may not become a source of ours uninvited.</source>
        <translation>它不能不经邀请成为我们的时间源。</translation>
    </message>
    <message>
        <source>It may subscribe to event messages (trap).</source>
        <translation>它可以订阅事件消息（trap）。</translation>
    </message>
    <message>
        <source>It may not subscribe to event messages (trap).</source>
        <translation>它不能订阅事件消息（trap）。</translation>
    </message>
    <message>
        <source>It may read the list of clients.</source>
        <translation>它可以读取客户端列表。</translation>
    </message>
    <message>
        <source>It may not read the list of clients.</source>
        <translation>它不能读取客户端列表。</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>What the source is used for: * followed, + combined, x wrong, - farther off, blank not usable.</source>
        <translation>该源的用途：* 正在跟随，+ 参与合成，x 有误，- 偏离较远，空白表示不可用。</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远端</translation>
    </message>
    <message>
        <source>Name or address of the source.</source>
        <translation>该源的名称或地址。</translation>
    </message>
    <message>
        <source>Reference ID</source>
        <translation>参考标识</translation>
    </message>
    <message>
        <source>What the source itself follows: an address, or a code such as .GPS. or .LOCL.; .INIT. means that it has not answered yet, .STEP. that its clock was just set.</source>
        <translation>该源自己所跟随的对象：一个地址，或 .GPS.、.LOCL. 之类的代码；.INIT. 表示还没有应答过，.STEP. 表示它的时钟刚刚跳变。</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Distance of the source from a reference clock, 1 to 15; 16 means not synchronised.</source>
        <translation>该源与参考时钟的距离，1 到 15；16 表示未同步。</translation>
    </message>
    <message>
        <source>Distance from a reference clock, 1 to 15; 16 means not synchronised.</source>
        <translation>与参考时钟的距离，1 到 15；16 表示未同步。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>u asked directly, l local clock, s symmetric, p pool, b broadcast, m multicast.</source>
        <translation>u 单播，l 本机时钟，s 对称，p 服务器池，b 广播，m 组播。</translation>
    </message>
    <message>
        <source>Last packet</source>
        <translation>距上次收包</translation>
    </message>
    <message>
        <source>Time since the last packet from this source was received, in seconds unless m, h or d stands behind it; it is not the time of the last correction.</source>
        <translation>距上次收到该源数据包的时间，单位为秒，除非后面带有 m、h 或 d；它不是距上次调整的时间。</translation>
    </message>
    <message>
        <source>Poll, s</source>
        <translation>轮询间隔 (s)</translation>
    </message>
    <message>
        <source>Seconds between two questions to this source, a power of two; a longer interval is a sign of a calm clock.</source>
        <translation>向该源提问的间隔秒数，为 2 的幂；间隔越长说明时钟越平稳。</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>可达寄存器</translation>
    </message>
    <message>
        <source>The last eight questions in octal, the newest on the right: 377 means that all eight were answered. It is no counter.</source>
        <translation>最近八次提问的结果，八进制，最新的在右边：377 表示八次都有应答。它不是计数器。</translation>
    </message>
    <message>
        <source>Delay, ms</source>
        <translation>往返延迟 (ms)</translation>
    </message>
    <message>
        <source>Time that a question and its answer are on the way together.</source>
        <translation>一问一答在路上所用的总时间。</translation>
    </message>
    <message>
        <source>Offset, ms</source>
        <translation>偏移 (ms)</translation>
    </message>
    <message>
        <source>Time of the source minus ours: positive means that our clock is slow.</source>
        <translation>该源的时间减去本机的时间：正值表示本机的钟慢了。</translation>
    </message>
    <message>
        <source>Jitter, ms</source>
        <translation>抖动 (ms)</translation>
    </message>
    <message>
        <source>How much the latest offsets of this source differ from each other. It has nothing to do with the hardware clock.</source>
        <translation>该源最近几次偏移之间的差异。它与硬件时钟无关。</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What the source is used for, or why it is not used.</source>
        <translation>该源的用途，或者不被使用的原因。</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>认证</translation>
    </message>
    <message>
        <source>Whether its packets carry a valid key: none, ok or bad.</source>
        <translation>它的数据包是否带有有效密钥：none 无、ok 有效、bad 无效。</translation>
    </message>
    <message>
        <source>Association ID</source>
        <translation>关联编号</translation>
    </message>
    <message>
        <source>The daemon&apos;s number for this source; it changes when the daemon restarts.</source>
        <translation>时间服务给该源的编号；服务重启后会改变。</translation>
    </message>
    <message>
        <source>The error that may have grown since the measurement.</source>
        <translation>自测量以来可能增长的误差。</translation>
    </message>
    <message>
        <source>The largest error that the time can have, down to the reference clock: a source beyond the limit is not used.</source>
        <translation>一直算到参考时钟，时间可能有的最大误差：超过限度的源不会被使用。</translation>
    </message>
    <message>
        <source>Sum of the delays down to the reference clock.</source>
        <translation>一直到参考时钟的延迟之和。</translation>
    </message>
    <message>
        <source>Sum of the dispersions down to the reference clock.</source>
        <translation>一直到参考时钟的离散度之和。</translation>
    </message>
    <message>
        <source>Leap indicator</source>
        <translation>闰秒标志</translation>
    </message>
    <message>
        <source>0 no leap second, 1 one to insert, 2 one to delete at the end of the month, 3 not synchronised.</source>
        <translation>0 无闰秒，1 月末插入一秒，2 月末删去一秒，3 未同步。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>How finely the clock can be read, as a power of two of a second: -20 is about one microsecond.</source>
        <translation>读取时钟能有多细，以秒的 2 的幂表示：-20 约为一微秒。</translation>
    </message>
    <message>
        <source>Reference time</source>
        <translation>参考时间</translation>
    </message>
    <message>
        <source>When the clock was last corrected.</source>
        <translation>时钟上次被校正的时间。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>The time that the daemon serves.</source>
        <translation>时间服务提供的时间。</translation>
    </message>
    <message>
        <source>System peer</source>
        <translation>系统对等源</translation>
    </message>
    <message>
        <source>Association ID of the source that is followed, 0 if none.</source>
        <translation>当前主用源的关联编号，没有则为 0。</translation>
    </message>
    <message>
        <source>Time constant</source>
        <translation>时间常数</translation>
    </message>
    <message>
        <source>How calmly the clock is steered, as a power of two of seconds.</source>
        <translation>调节时钟的平缓程度，以秒的 2 的幂表示。</translation>
    </message>
    <message>
        <source>Smallest time constant</source>
        <translation>最小时间常数</translation>
    </message>
    <message>
        <source>The smallest time constant that the daemon uses.</source>
        <translation>时间服务使用的最小时间常数。</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>频率偏差</translation>
    </message>
    <message>
        <source>How fast or slow this machine&apos;s oscillator runs, in millionths; the drift file keeps it across restarts. It says nothing about delays to a server.</source>
        <translation>本机振荡器走快或走慢的程度，单位为百万分之一；漂移文件在重启之间保存它。它与到服务器的延迟无关。</translation>
    </message>
    <message>
        <source>System jitter</source>
        <translation>系统抖动</translation>
    </message>
    <message>
        <source>How much the sources in use differ from each other.</source>
        <translation>正在使用的各个源之间的差异。</translation>
    </message>
    <message>
        <source>Clock jitter</source>
        <translation>时钟抖动</translation>
    </message>
    <message>
        <source>How much the clock&apos;s offset differs from one correction to the next.</source>
        <translation>时钟偏移在两次校正之间的差异。</translation>
    </message>
    <message>
        <source>Clock wander</source>
        <translation>时钟漂移变化</translation>
    </message>
    <message>
        <source>How much the clock&apos;s frequency changes, in millionths.</source>
        <translation>时钟频率变化的幅度，单位为百万分之一。</translation>
    </message>
    <message>
        <source>Source address</source>
        <translation>源地址</translation>
    </message>
    <message>
        <source>Address of the source.</source>
        <translation>该源的地址。</translation>
    </message>
    <message>
        <source>Source port</source>
        <translation>源端口</translation>
    </message>
    <message>
        <source>UDP port of the source.</source>
        <translation>该源的 UDP 端口。</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>本地地址</translation>
    </message>
    <message>
        <source>Our address from which the source is asked.</source>
        <translation>向该源提问时所用的本机地址。</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>本地端口</translation>
    </message>
    <message>
        <source>Our UDP port from which the source is asked.</source>
        <translation>向该源提问时所用的本机 UDP 端口。</translation>
    </message>
    <message>
        <source>Our mode</source>
        <translation>本方模式</translation>
    </message>
    <message>
        <source>The mode in which we ask: 3 is client.</source>
        <translation>本机提问的模式：3 为客户端。</translation>
    </message>
    <message>
        <source>Its mode</source>
        <translation>对方模式</translation>
    </message>
    <message>
        <source>The mode in which it answers: 4 is server.</source>
        <translation>它应答的模式：4 为服务器。</translation>
    </message>
    <message>
        <source>Our poll exponent</source>
        <translation>本方轮询指数</translation>
    </message>
    <message>
        <source>The interval that we chose, as a power of two of seconds.</source>
        <translation>本机选定的间隔，以秒的 2 的幂表示。</translation>
    </message>
    <message>
        <source>Its poll exponent</source>
        <translation>对方轮询指数</translation>
    </message>
    <message>
        <source>The interval that its last packet named, as a power of two of seconds.</source>
        <translation>它最近一个数据包中写明的间隔，以秒的 2 的幂表示。</translation>
    </message>
    <message>
        <source>Headway</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>How much of the allowed rate of questions is used up.</source>
        <translation>允许的提问频率已用去多少。</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>检验位</translation>
    </message>
    <message>
        <source>The tests that its last packet failed, one bit each; 0 is good.</source>
        <translation>它最近一个数据包未通过的检验，每项一位；0 为正常。</translation>
    </message>
    <message>
        <source>Key number</source>
        <translation>密钥编号</translation>
    </message>
    <message>
        <source>Number of the key that signs its packets, 0 if none.</source>
        <translation>给它的数据包签名的密钥编号，没有则为 0。</translation>
    </message>
    <message>
        <source>Unanswered in a row</source>
        <translation>连续未应答</translation>
    </message>
    <message>
        <source>How many questions in a row went unanswered.</source>
        <translation>连续多少次提问没有应答。</translation>
    </message>
    <message>
        <source>Last received</source>
        <translation>上次收到</translation>
    </message>
    <message>
        <source>When the last packet of this source was received.</source>
        <translation>上次收到该源数据包的时间。</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>上次发出</translation>
    </message>
    <message>
        <source>When the last question was sent.</source>
        <translation>上次发出提问的时间。</translation>
    </message>
    <message>
        <source>Interleave delay</source>
        <translation>交错延迟</translation>
    </message>
    <message>
        <source>Time that a packet waits inside this machine before it leaves.</source>
        <translation>数据包离开本机之前在机内等待的时间。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>固定修正</translation>
    </message>
    <message>
        <source>A fixed correction that the configuration adds to its offset.</source>
        <translation>配置给它的偏移加上的固定修正值。</translation>
    </message>
    <message>
        <source>Delays of the last eight measurements, the newest first.</source>
        <translation>最近八次测量的延迟，最新的在前。</translation>
    </message>
    <message>
        <source>Offsets of the last eight measurements, the newest first.</source>
        <translation>最近八次测量的偏移，最新的在前。</translation>
    </message>
    <message>
        <source>Dispersions of the last eight measurements, the newest first.</source>
        <translation>最近八次测量的离散度，最新的在前。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>The daemon&apos;s name and version.</source>
        <translation>时间服务的名称和版本。</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>The processor that the daemon runs on.</source>
        <translation>时间服务所在机器的处理器。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>The operating system that the daemon runs on.</source>
        <translation>时间服务所在机器的操作系统。</translation>
    </message>
    <message>
        <source>TAI offset</source>
        <translation>TAI 差值</translation>
    </message>
    <message>
        <source>Seconds by which atomic time is ahead of UTC, from the leap-seconds file.</source>
        <translation>原子时比 UTC 快多少秒，取自闰秒文件。</translation>
    </message>
    <message>
        <source>Last leap second</source>
        <translation>最近的闰秒</translation>
    </message>
    <message>
        <source>Date of the last leap second that the leap-seconds file knows.</source>
        <translation>闰秒文件所知的最近一次闰秒的日期。</translation>
    </message>
    <message>
        <source>Leap file expires</source>
        <translation>闰秒文件到期</translation>
    </message>
    <message>
        <source>Date from which the leap-seconds file is out of date.</source>
        <translation>从该日期起闰秒文件即告过期。</translation>
    </message>
    <message>
        <source>Asks this host for time; 127.127.1.0 stands for this machine&apos;s own clock.</source>
        <translation>向该主机询问时间；127.127.1.0 表示本机自己的时钟。</translation>
    </message>
    <message>
        <source>Looks the name up and asks several of its servers, replacing those that go bad.</source>
        <translation>解析该名称，询问其中若干台服务器，并替换变差的服务器。</translation>
    </message>
    <message>
        <source>Exchanges time with an equal in both directions; ntpsec treats it as &quot;server&quot;.</source>
        <translation>与同级主机双向交换时间；ntpsec 把它当作“server”。</translation>
    </message>
    <message>
        <source>Sends time to a broadcast or multicast address, for clients that only listen.</source>
        <translation>向广播或组播地址发送时间，供只收听的客户端使用。</translation>
    </message>
    <message>
        <source>Searches for servers by sending questions to a multicast address.</source>
        <translation>向组播地址提问以寻找服务器。</translation>
    </message>
    <message>
        <source>Answers clients that search for servers at this multicast address.</source>
        <translation>应答在该组播地址上寻找服务器的客户端。</translation>
    </message>
    <message>
        <source>Listens for time that others broadcast; use it only with keys.</source>
        <translation>收听别人广播的时间；只应配合密钥使用。</translation>
    </message>
    <message>
        <source>Listens for time at these multicast addresses; use it only with keys.</source>
        <translation>在这些组播地址上收听时间；只应配合密钥使用。</translation>
    </message>
    <message>
        <source>Takes time from a reference clock at this machine (ntpsec); &quot;local&quot; is the machine&apos;s own clock.</source>
        <translation>从本机的参考时钟获取时间（ntpsec）；“local”即本机自己的时钟。</translation>
    </message>
    <message>
        <source>Drops a source again that an earlier line added.</source>
        <translation>去掉前面某行添加的时间源。</translation>
    </message>
    <message>
        <source>Sets up a reference clock, for example the stratum at which the own clock is served.</source>
        <translation>设置参考时钟，例如本机时钟以哪个层级授时。</translation>
    </message>
    <message>
        <source>Names the device files of a reference clock.</source>
        <translation>指定参考时钟的设备文件。</translation>
    </message>
    <message>
        <source>Telephone numbers for the modem clock driver.</source>
        <translation>调制解调器时钟驱动使用的电话号码。</translation>
    </message>
    <message>
        <source>Says what hosts of an address range may do; the narrowest range that matches decides alone.</source>
        <translation>规定某个地址范围内的主机可以做什么；由匹配的最小范围单独决定。</translation>
    </message>
    <message>
        <source>Takes flags away from an access rule, or the whole rule (ntpsec only).</source>
        <translation>从访问规则中去掉标志，或去掉整条规则（仅 ntpsec）。</translation>
    </message>
    <message>
        <source>Removes an access rule (ntpd 4.2.8p18 only).</source>
        <translation>删除一条访问规则（仅 ntpd 4.2.8p18）。</translation>
    </message>
    <message>
        <source>How often a host may ask where &quot;limited&quot; holds (classic ntpd only).</source>
        <translation>在“limited”生效处，主机可以多频繁地提问（仅传统 ntpd）。</translation>
    </message>
    <message>
        <source>How often a host may ask where &quot;limited&quot; holds (ntpsec only).</source>
        <translation>在“limited”生效处，主机可以多频繁地提问（仅 ntpsec）。</translation>
    </message>
    <message>
        <source>File in which the daemon keeps the frequency error of the machine&apos;s clock across restarts; it holds no delays and no comparison with the hardware clock.</source>
        <translation>时间服务用来在重启之间保存本机时钟频率误差的文件；它不含延迟，也不是与硬件时钟的比较。</translation>
    </message>
    <message>
        <source>How much the frequency must change before the drift file is written again.</source>
        <translation>频率变化多少之后才重写漂移文件。</translation>
    </message>
    <message>
        <source>File with the leap seconds; it expires every half year and must be renewed.</source>
        <translation>含有闰秒的文件；每半年过期，需要更新。</translation>
    </message>
    <message>
        <source>Spreads a leap second over this many seconds; never mix such servers with others.</source>
        <translation>把闰秒分摊到这么多秒里；不要与其他服务器混用。</translation>
    </message>
    <message>
        <source>File for the daemon&apos;s messages instead of the system&apos;s log.</source>
        <translation>时间服务写消息的文件，代替系统日志。</translation>
    </message>
    <message>
        <source>Which kinds of messages are logged.</source>
        <translation>记录哪些种类的消息。</translation>
    </message>
    <message>
        <source>File in which the daemon writes its process number.</source>
        <translation>时间服务写入自己进程号的文件。</translation>
    </message>
    <message>
        <source>Directory of the statistics files; it is a bare prefix and must end in &quot;/&quot;.</source>
        <translation>统计文件所在的目录；它只是前缀，必须以“/”结尾。</translation>
    </message>
    <message>
        <source>Which statistics are written to files.</source>
        <translation>把哪些统计写入文件。</translation>
    </message>
    <message>
        <source>How the files of one statistic are named and when a new one begins.</source>
        <translation>某项统计的文件如何命名，何时另起新文件。</translation>
    </message>
    <message>
        <source>Directory into which ntpq may save the running configuration.</source>
        <translation>允许 ntpq 保存运行配置的目录。</translation>
    </message>
    <message>
        <source>Reads another file at this place; if it is missing, the daemon logs that and goes on.</source>
        <translation>在此处读入另一个文件；文件不存在时，时间服务记一条日志后继续。</translation>
    </message>
    <message>
        <source>Ends the reading of the configuration here.</source>
        <translation>配置文件读到这里为止。</translation>
    </message>
    <message>
        <source>File with the symmetric keys; a key works only when &quot;trustedkey&quot; names it.</source>
        <translation>存放对称密钥的文件；密钥要由“trustedkey”列出才有效。</translation>
    </message>
    <message>
        <source>Numbers of the keys that are trusted; in classic ntpd the last such line counts alone.</source>
        <translation>受信任的密钥编号；在传统 ntpd 中只有最后一行有效。</translation>
    </message>
    <message>
        <source>Number of the key with which ntpq may change the configuration at run time.</source>
        <translation>ntpq 在运行时修改配置所用的密钥编号。</translation>
    </message>
    <message>
        <source>Number of the key for ntpdc, an old tool; ntpsec ignores it.</source>
        <translation>旧工具 ntpdc 使用的密钥编号；ntpsec 忽略它。</translation>
    </message>
    <message>
        <source>Directory of the keys and certificates of Autokey.</source>
        <translation>Autokey 的密钥和证书所在的目录。</translation>
    </message>
    <message>
        <source>Turns on Autokey, an authentication scheme that is broken and should not be used.</source>
        <translation>启用 Autokey 认证；这种方案已被攻破，不应使用。</translation>
    </message>
    <message>
        <source>Group name for Autokey.</source>
        <translation>Autokey 的组名。</translation>
    </message>
    <message>
        <source>How often Autokey changes a secret, as a power of two of seconds.</source>
        <translation>Autokey 更换秘密值的间隔，以秒的 2 的幂表示。</translation>
    </message>
    <message>
        <source>How often Autokey makes new keys, as a power of two of seconds.</source>
        <translation>Autokey 生成新密钥的间隔，以秒的 2 的幂表示。</translation>
    </message>
    <message>
        <source>Directory of the socket at which Samba signs replies for Windows domains.</source>
        <translation>Samba 为 Windows 域给应答签名所用套接字的目录。</translation>
    </message>
    <message>
        <source>Certificates and keys for time that is secured with NTS (ntpsec only).</source>
        <translation>用 NTS 保护时间所需的证书和密钥（仅 ntpsec）。</translation>
    </message>
    <message>
        <source>A second UDP port on which time is served (ntpsec 1.2.4 and later).</source>
        <translation>提供授时的第二个 UDP 端口（ntpsec 1.2.4 及以后）。</translation>
    </message>
    <message>
        <source>Rules for choosing among sources, and orphan mode for when all of them are gone.</source>
        <translation>在各个源之间选择的规则，以及全部源失效时的孤岛模式。</translation>
    </message>
    <message>
        <source>Thresholds of the clock&apos;s control: when it is stepped, and when the daemon gives up.</source>
        <translation>时钟控制的阈值：何时跳变，何时时间服务放弃。</translation>
    </message>
    <message>
        <source>Turns features on; a &quot;disable&quot; of the same feature wins.</source>
        <translation>打开功能；若同一功能也写了“disable”，以 disable 为准。</translation>
    </message>
    <message>
        <source>Turns features off, whatever &quot;enable&quot; says.</source>
        <translation>关闭功能，不管“enable”怎么写。</translation>
    </message>
    <message>
        <source>Size and memory of the list of clients.</source>
        <translation>客户端列表的大小和内存。</translation>
    </message>
    <message>
        <source>Adds a variable that ntpq can show; there must be blanks around the &quot;=&quot;.</source>
        <translation>添加一个 ntpq 可以显示的变量；“=”两边必须有空格。</translation>
    </message>
    <message>
        <source>Sets counters back to zero.</source>
        <translation>把计数器清零。</translation>
    </message>
    <message>
        <source>Sends event messages to this host.</source>
        <translation>向该主机发送事件消息。</translation>
    </message>
    <message>
        <source>On which addresses the daemon listens; the last line that matches decides.</source>
        <translation>时间服务在哪些地址上监听；由最后一个匹配的行决定。</translation>
    </message>
    <message>
        <source>Limits of memory, stack and open files for the daemon.</source>
        <translation>时间服务的内存、栈和打开文件数的限制。</translation>
    </message>
    <message>
        <source>Priority mark of the packets that are sent, 0 to 63.</source>
        <translation>发出的数据包的优先级标记，0 到 63。</translation>
    </message>
    <message>
        <source>How far multicast questions travel, ring by ring.</source>
        <translation>组播提问逐圈扩大的范围。</translation>
    </message>
    <message>
        <source>Delay that is assumed for broadcasts when it cannot be measured.</source>
        <translation>无法测量时假定的广播延迟。</translation>
    </message>
    <message>
        <source>Length of a clock tick in microseconds; modern systems need none.</source>
        <translation>时钟节拍的长度，单位微秒；现代系统不需要它。</translation>
    </message>
    <message>
        <source>How far questions are moved about by chance, so that clients do not ask all at once.</source>
        <translation>提问时刻随机错开的幅度，避免客户端同时提问。</translation>
    </message>
    <message>
        <source>How often the daemon tries to announce itself by multicast DNS.</source>
        <translation>尝试通过组播 DNS 通告自己的次数。</translation>
    </message>
    <message>
        <source>Runs the daemon as a simulator; never in a real configuration.</source>
        <translation>让时间服务作为模拟器运行；绝不要写在正式配置里。</translation>
    </message>
    <message>
        <source>An old word for &quot;enable auth&quot; or &quot;disable auth&quot;: both daemons reject it.</source>
        <translation>“enable auth”或“disable auth”的旧写法：两种时间服务都不接受。</translation>
    </message>
    <message>
        <source>Removed long ago: both daemons reject it, and the line can go.</source>
        <translation>早已取消：两种时间服务都不接受，此行可以删去。</translation>
    </message>
    <message>
        <source>Removed long ago: &quot;discard&quot; and &quot;limited&quot; do its work.</source>
        <translation>早已取消：由“discard”和“limited”代替。</translation>
    </message>
    <message>
        <source>Removed long ago: the daemon measures the precision itself.</source>
        <translation>早已取消：精度由时间服务自己测量。</translation>
    </message>
    <message>
        <source>Not a directive of its own: &quot;enable monitor&quot; or &quot;disable monitor&quot;.</source>
        <translation>不是独立的指令：应写“enable monitor”或“disable monitor”。</translation>
    </message>
    <message>
        <source>Not a directive of its own: &quot;tos minclock&quot;.</source>
        <translation>不是独立的指令：应写“tos minclock”。</translation>
    </message>
    <message>
        <source>Not a directive of its own: &quot;tos maxclock&quot;.</source>
        <translation>不是独立的指令：应写“tos maxclock”。</translation>
    </message>
    <message>
        <source>Removed long ago: a pulse is a reference clock, 127.127.22.0.</source>
        <translation>早已取消：秒脉冲是一种参考时钟，即 127.127.22.0。</translation>
    </message>
    <message>
        <source>Not a directive of its own: it belongs to the simulator.</source>
        <translation>不是独立的指令：它属于模拟器。</translation>
    </message>
    <message>
        <source>This cannot be understood: %1.</source>
        <translation>无法理解：%1。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>无法读取文件 %1。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 cannot be written.</source>
        <translation>无法写入文件 %1。</translation>
    </message>
    <message>
        <source>The file %1 was changed by somebody else since it was read; nothing was written.</source>
        <translation>文件 %1 在读取之后被别人修改过；没有写入任何内容。</translation>
    </message>
    <message>
        <source>UDP port %1 is already used by %2: only one program can serve time on it.</source>
        <translation>UDP 端口 %1 已被 %2 占用：同一端口只能由一个程序授时。</translation>
    </message>
    <message>
        <source>UDP port %1 is already used by another program: only one can serve time on it.</source>
        <translation>UDP 端口 %1 已被其他程序占用：同一端口只能由一个程序授时。</translation>
    </message>
    <message>
        <source>This needs a permission that the program does not have: %1.</source>
        <translation>程序没有所需的权限：%1。</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved: %2.</source>
        <translation>无法解析名称 %1：%2。</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved.</source>
        <translation>无法解析名称 %1。</translation>
    </message>
    <message>
        <source>%1 does not answer: no daemon runs there, a firewall drops UDP, or &quot;restrict … noquery&quot; forbids queries from here.</source>
        <translation>%1 没有应答：那里没有运行时间服务，防火墙丢弃了 UDP，或者“restrict … noquery”禁止从这里查询。</translation>
    </message>
    <message>
        <source>%1 refuses: nothing listens on that port.</source>
        <translation>%1 拒绝连接：该端口上没有程序在监听。</translation>
    </message>
    <message>
        <source>This is not supported: %1.</source>
        <translation>不支持：%1。</translation>
    </message>
    <message>
        <source>%1 failed: %2.</source>
        <translation>%1 失败：%2。</translation>
    </message>
    <message>
        <source>%1 failed.</source>
        <translation>%1 失败。</translation>
    </message>
    <message>
        <source>The clock&apos;s frequency is not known yet: it will be measured first.</source>
        <translation>时钟的频率偏差还不知道：将先进行测量。</translation>
    </message>
    <message>
        <source>The clock&apos;s frequency was taken from the drift file.</source>
        <translation>时钟的频率偏差取自漂移文件。</translation>
    </message>
    <message>
        <source>The offset jumped to %2: the engine waits whether it stays.</source>
        <translation>偏移突然变为 %2：引擎先观察它是否持续。</translation>
    </message>
    <message>
        <source>The clock&apos;s frequency is being measured.</source>
        <translation>正在测量时钟的频率偏差。</translation>
    </message>
    <message>
        <source>The engine started.</source>
        <translation>引擎已启动。</translation>
    </message>
    <message>
        <source>There is no source left that can be followed.</source>
        <translation>已没有可以跟随的时间源。</translation>
    </message>
    <message>
        <source>A leap second is announced.</source>
        <translation>已预告闰秒。</translation>
    </message>
    <message>
        <source>The announcement of a leap second was withdrawn.</source>
        <translation>闰秒预告已撤回。</translation>
    </message>
    <message>
        <source>The leap second happened.</source>
        <translation>闰秒已发生。</translation>
    </message>
    <message>
        <source>The clock was stepped by %2.</source>
        <translation>时钟跳变了 %2。</translation>
    </message>
    <message>
        <source>%1 is asked for time from now on.</source>
        <translation>从现在起向 %1 询问时间。</translation>
    </message>
    <message>
        <source>%1 is no longer asked for time.</source>
        <translation>不再向 %1 询问时间。</translation>
    </message>
    <message>
        <source>%1 left the last eight questions unanswered and counts as unreachable.</source>
        <translation>%1 最近八次提问都没有应答，视为不可达。</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 有应答。</translation>
    </message>
    <message>
        <source>%1 did not answer.</source>
        <translation>%1 没有应答。</translation>
    </message>
    <message>
        <source>%1 says that we ask too often: it is asked less often now.</source>
        <translation>%1 表示我们提问过于频繁：现在减少提问。</translation>
    </message>
    <message>
        <source>%1 refuses to give us time.</source>
        <translation>%1 拒绝为我们授时。</translation>
    </message>
    <message>
        <source>%1 is followed now.</source>
        <translation>现在跟随 %1。</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved; it is tried again.</source>
        <translation>名称 %1 无法解析；将继续尝试。</translation>
    </message>
    <message>
        <source>The name %1 was resolved.</source>
        <translation>名称 %1 已解析。</translation>
    </message>
    <message>
        <source>Something happened to %1.</source>
        <translation>%1 发生了某种事件。</translation>
    </message>
    <message>
        <source>Replace &quot;%1&quot; by &quot;%2&quot;</source>
        <translation>把“%1”换成“%2”</translation>
    </message>
    <message>
        <source>Write &quot;%1&quot;</source>
        <translation>写成“%1”</translation>
    </message>
    <message>
        <source>Make it a comment with &quot;#&quot;</source>
        <translation>用“#”改为注释</translation>
    </message>
    <message>
        <source>Insert &quot;%1&quot;</source>
        <translation>插入“%1”</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot;</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>删除此行</translation>
    </message>
    <message>
        <source>Disable the line with &quot;#&quot;</source>
        <translation>用“#”停用此行</translation>
    </message>
    <message>
        <source>Add &quot;%1&quot;</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Write the line as &quot;%1&quot;</source>
        <translation>把此行写成“%1”</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>There is something wrong with this line.</source>
        <translation>此行有问题。</translation>
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
        <source>Classic ntpd does not understand &quot;%1&quot; and ignores the line: write &quot;mask %2&quot;, which both families of daemons read.</source>
        <translation>传统 ntpd 不认识“%1”，会忽略此行：请写“mask %2”，两类时间服务都能读懂。</translation>
    </message>
    <message>
        <source>Classic ntpd does not understand &quot;%1&quot; and ignores the line: write the network&apos;s mask instead, which both families of daemons read.</source>
        <translation>传统 ntpd 不认识“%1”，会忽略此行：请改写网络的掩码，两类时间服务都能读懂。</translation>
    </message>
    <message>
        <source>The prefix length %1 is not possible: ntpsec silently takes the single host, classic ntpd ignores the line.</source>
        <translation>前缀长度 %1 不可能成立：ntpsec 会悄悄当作单台主机，传统 ntpd 忽略此行。</translation>
    </message>
    <message>
        <source>%1 has bits beyond its mask %2: the rule holds for all of %3, not only for this host.</source>
        <translation>%1 的主机位超出了掩码 %2：此规则对整个 %3 生效，而不只是这台主机。</translation>
    </message>
    <message>
        <source>%1 looks like a network but has no mask, so the rule holds for the single host %1: add &quot;mask %2&quot;.</source>
        <translation>%1 看起来是网络地址却没有掩码，规则只对主机 %1 生效：请加上“mask %2”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a network mask: the daemon ignores the line.</source>
        <translation>“%1”不是网络掩码：时间服务会忽略此行。</translation>
    </message>
    <message>
        <source>The mask %1 has holes and covers scattered addresses; did you mean %2?</source>
        <translation>掩码 %1 中间有空洞，覆盖的是零散的地址；是不是想写 %2？</translation>
    </message>
    <message>
        <source>The mask %1 has holes and covers scattered addresses: check it for a slip of the pen.</source>
        <translation>掩码 %1 中间有空洞，覆盖的是零散的地址：请检查是否写错。</translation>
    </message>
    <message>
        <source>%1 is a wildcard mask as routers use it, ntpd wants a network mask: as it stands the network is not covered; write %2.</source>
        <translation>%1 是路由器用的反掩码，ntpd 需要的是网络掩码：照现在的写法并不覆盖该网络；请写 %2。</translation>
    </message>
    <message>
        <source>The mask %1 is of another address family than %2: the daemon changes its default entry instead, or aborts.</source>
        <translation>掩码 %1 与 %2 不属于同一地址族：时间服务会改动默认规则，或者异常退出。</translation>
    </message>
    <message>
        <source>&quot;default&quot; takes no mask: the daemon drops the mask and all flags behind it.</source>
        <translation>“default”不带掩码：时间服务会丢弃掩码及其后的所有标志。</translation>
    </message>
    <message>
        <source>The mask must stand directly behind the address: here the rule holds for a single host, and what follows is dropped.</source>
        <translation>掩码必须紧跟在地址之后：现在规则只对单台主机生效，其后的内容被丢弃。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; contradicts the address %2: the daemon ignores the line.</source>
        <translation>“%1”与地址 %2 矛盾：时间服务会忽略此行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must stand before &quot;default&quot;: as it stands, none of the flags is applied.</source>
        <translation>“%1”必须写在“default”之前：照现在的写法，没有一个标志生效。</translation>
    </message>
    <message>
        <source>ntpsec accepts no &quot;%1&quot; together with a mask: it would open the single host and drop the flags; leave &quot;%1&quot; out.</source>
        <translation>ntpsec 不允许“%1”与掩码同时使用：它会对单台主机放开并丢弃标志；请去掉“%1”。</translation>
    </message>
    <message>
        <source>A number with a leading zero is octal: &quot;%1&quot; is read as %2.</source>
        <translation>以零开头的数字按八进制解释：“%1”被读作 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole address and is read as %2.</source>
        <translation>“%1”不是完整的地址，被读作 %2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number and not an address: the daemon skips the line.</source>
        <translation>“%1”是数字而不是地址：时间服务会跳过此行。</translation>
    </message>
    <message>
        <source>An access rule takes no port: the daemon looks &quot;%1&quot; up as a name and ignores the line.</source>
        <translation>访问规则不带端口：时间服务会把“%1”当作名称去解析，然后忽略此行。</translation>
    </message>
    <message>
        <source>The name %1 is looked up once, when the daemon starts: addresses that it gets later are not covered, so write the address, or &quot;restrict source&quot; for time sources.</source>
        <translation>名称 %1 只在时间服务启动时解析一次：它以后的新地址不受此规则约束；请写地址，对时间源则写“restrict source”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address; the word for everybody is &quot;default&quot;.</source>
        <translation>“%1”不是地址；表示所有人的词是“default”。</translation>
    </message>
    <message>
        <source>Without a mask this is one single host that nobody has: for everybody write &quot;default&quot;.</source>
        <translation>没有掩码时，这只是一台并不存在的主机：对所有人请写“default”。</translation>
    </message>
    <message>
        <source>%1 is the local clock or another reference clock and not a host: it sends no packets, and the rule has no effect.</source>
        <translation>%1 是本机时钟或其他参考时钟，不是主机：它不发送数据包，此规则不起作用。</translation>
    </message>
    <message>
        <source>%1 is a multicast address: no packet ever comes from one, and the rule has no effect.</source>
        <translation>%1 是组播地址：不会有数据包来自组播地址，此规则不起作用。</translation>
    </message>
    <message>
        <source>%1 is an IPv4 address in IPv6 clothes: no client ever matches it; write the IPv4 address.</source>
        <translation>%1 是写成 IPv6 形式的 IPv4 地址：没有客户端会与它匹配；请写 IPv4 地址。</translation>
    </message>
    <message>
        <source>&quot;kod&quot; does nothing without &quot;limited&quot;: nobody is limited here, and nobody is told.</source>
        <translation>没有“limited”，“kod”就不起作用：这里没有人被限速，也没有人会被告知。</translation>
    </message>
    <message>
        <source>&quot;notrust&quot; refuses every packet without a valid key, and no keys are set up: these hosts get no time at all. It does not mean &quot;do not follow them&quot;.</source>
        <translation>“notrust”拒绝一切没有有效密钥的数据包，而这里没有设置密钥：这些主机完全得不到时间。它并不表示“不跟随它们”。</translation>
    </message>
    <message>
        <source>&quot;nopeer&quot; for everybody keeps out the servers that the pool in line %1 finds: add a &quot;restrict source&quot; line without nopeer.</source>
        <translation>对所有人的“nopeer”会把第 %1 行服务器池找到的服务器挡在外面：请添加一行不带 nopeer 的“restrict source”。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; also drops the replies of our own server %1, so its time never arrives: add a &quot;restrict source&quot; line that lets it in.</source>
        <translation>“%2”也会丢弃本机所用服务器 %1 的应答，它的时间永远到不了：请添加一行“restrict source”放它进来。</translation>
    </message>
    <message>
        <source>Nothing is denied to anybody: every host may query this daemon, and attackers use such answers to flood others.</source>
        <translation>没有禁止任何人做任何事：所有主机都可以查询本服务，攻击者会利用这种应答去淹没别人。</translation>
    </message>
    <message>
        <source>Every host may query this daemon&apos;s state, and attackers use the large answers to flood others: add &quot;noquery&quot;; it never denies time.</source>
        <translation>所有主机都可以查询本服务的状态，攻击者会利用很大的应答去淹没别人：请加上“noquery”；它从不影响授时。</translation>
    </message>
    <message>
        <source>Not even this machine itself may query the daemon at %1: ntpq gets no answer here.</source>
        <translation>连本机自己也不能通过 %1 查询时间服务：ntpq 在这里得不到应答。</translation>
    </message>
    <message>
        <source>The %1 default is weaker than that of the other family: it lacks %2.</source>
        <translation>%1 的默认规则比另一个地址族的宽松：缺少 %2。</translation>
    </message>
    <message>
        <source>Line %1 has a rule for the same addresses: the daemon merges both, flags only ever add up, and the result is &quot;%2&quot;.</source>
        <translation>第 %1 行已有针对相同地址的规则：时间服务会合并两行，标志只会累加，结果是“%2”。</translation>
    </message>
    <message>
        <source>Line %1 has a rule for the same addresses already: this one changes nothing.</source>
        <translation>第 %1 行已有针对相同地址的规则：此行没有改变任何东西。</translation>
    </message>
    <message>
        <source>This rule is never reached: the one in line %1 matches all of its addresses first.</source>
        <translation>此规则永远不会用到：第 %1 行的规则会先匹配它的全部地址。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already includes %2: they can go.</source>
        <translation>“%1”已经包含 %2：后者可以去掉。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no effect here: the daemon ignores it.</source>
        <translation>“%1”在这里不起作用：时间服务会忽略它。</translation>
    </message>
    <message>
        <source>&quot;disable monitor&quot; has no effect while a rule has &quot;limited&quot;, because the limit needs the list of clients.</source>
        <translation>只要有规则带“limited”，“disable monitor”就不起作用，因为限速需要客户端列表。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a directive; did you mean &quot;%2&quot;? The daemon skips this line.</source>
        <translation>没有“%1”这个指令；是不是想写“%2”？时间服务会跳过此行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a directive: the daemon skips this line.</source>
        <translation>没有“%1”这个指令：时间服务会跳过此行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be written in lower case, &quot;%2&quot;: as it stands, the daemon skips this line.</source>
        <translation>“%1”必须小写，即“%2”：照现在的写法，时间服务会跳过此行。</translation>
    </message>
    <message>
        <source>&quot;%3&quot; does not know the word &quot;%1&quot;; did you mean &quot;%2&quot;? The daemon obeys what stands before it and drops the rest of the line.</source>
        <translation>“%3”不认识“%1”这个词；是不是想写“%2”？时间服务执行它前面的部分，丢弃此行其余内容。</translation>
    </message>
    <message>
        <source>&quot;%3&quot; does not know the word &quot;%1&quot;: the daemon obeys what stands before it and drops the rest of the line.</source>
        <translation>“%3”不认识“%1”这个词：时间服务执行它前面的部分，丢弃此行其余内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be written in lower case, &quot;%2&quot;: as it stands, the daemon drops it and the rest of the line.</source>
        <translation>“%1”必须小写，即“%2”：照现在的写法，时间服务会丢弃它和此行其余内容。</translation>
    </message>
    <message>
        <source>&quot;//&quot; does not start a comment in ntp.conf, &quot;#&quot; does: the daemon reads &quot;%1&quot; as part of the line and reports a syntax error.</source>
        <translation>在 ntp.conf 中，“//”不是注释的开头，“#”才是：时间服务把“%1”当作此行的一部分，并报告语法错误。</translation>
    </message>
    <message>
        <source>The daemon deletes every character that is not ASCII: instead of &quot;%1&quot; it reads &quot;%2&quot;.</source>
        <translation>时间服务会删去所有非 ASCII 字符：它读到的不是“%1”而是“%2”。</translation>
    </message>
    <message>
        <source>The daemon deletes every character that is not ASCII: of &quot;%1&quot; nothing is left.</source>
        <translation>时间服务会删去所有非 ASCII 字符：“%1”什么都不剩。</translation>
    </message>
    <message>
        <source>The full-width &quot;＃&quot; does not start a comment: the daemon deletes it and obeys the rest of the line.</source>
        <translation>全角的“＃”不是注释的开头：时间服务会删去它并执行此行其余内容。</translation>
    </message>
    <message>
        <source>There is a NUL byte here: the daemon stops reading the file at this place, without a word.</source>
        <translation>这里有一个 NUL 字节：时间服务读到这里就停止，没有任何提示。</translation>
    </message>
    <message>
        <source>The lines end in a carriage return alone: the daemon reads the whole file as one single line.</source>
        <translation>各行只以回车符结尾：时间服务会把整个文件读成一行。</translation>
    </message>
    <message>
        <source>This word has %1 characters: ntpd 4.2.8p18 exits at a word of more than 127, other versions at more than 1024.</source>
        <translation>此词有 %1 个字符：ntpd 4.2.8p18 遇到超过 127 个字符的词会退出，其他版本是超过 1024 个。</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing: the rest of the line becomes part of this word.</source>
        <translation>缺少右引号：此行其余内容都成了这个词的一部分。</translation>
    </message>
    <message>
        <source>A word in quotation marks is never a keyword: the daemon takes &quot;%1&quot; for a name.</source>
        <translation>引号中的词不会被当作关键字：时间服务把“%1”当作名称。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; means nothing here, words are separated by blanks: the daemon drops it and the rest of the line.</source>
        <translation>“%1”在这里没有意义，词与词之间用空格分隔：时间服务会丢弃它和此行其余内容。</translation>
    </message>
    <message>
        <source>A line of ntp.conf cannot be continued: the daemon obeys this line without what follows, and rejects the next one.</source>
        <translation>ntp.conf 的行不能续行：时间服务只执行这一行，不含后面的内容，并且不接受下一行。</translation>
    </message>
    <message>
        <source>One line holds one directive: the daemon obeys the first and drops the rest of the line.</source>
        <translation>一行只写一个指令：时间服务执行第一个，丢弃此行其余内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a command for the shell, pasted into the file by mistake: the daemon skips this line.</source>
        <translation>“%1”是误贴进文件的 shell 命令：时间服务会跳过此行。</translation>
    </message>
    <message>
        <source>This is the markup of a template that was never filled in: the daemon skips it.</source>
        <translation>这是没有填充的模板标记：时间服务会跳过它。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a placeholder from an instruction: write the real address or name in its place.</source>
        <translation>“%1”是教程里的占位符：请换成真实的地址或名称。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; takes no more words: the daemon drops &quot;%1&quot; and the rest of the line.</source>
        <translation>“%2”后面不能再有别的词：时间服务会丢弃“%1”和此行其余内容。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; needs a number, and &quot;%1&quot; is none.</source>
        <translation>“%2”需要一个数字，而“%1”不是数字。</translation>
    </message>
    <message>
        <source>%2 %1 is out of range: it may be %3 to %4, and the daemon takes another value or drops the line.</source>
        <translation>%2 %1 超出范围：允许 %3 到 %4，时间服务会改用别的值或丢弃此行。</translation>
    </message>
    <message>
        <source>minpoll %1 is above maxpoll %2: the daemon silently lowers minpoll to %2.</source>
        <translation>minpoll %1 大于 maxpoll %2：时间服务会悄悄把 minpoll 降为 %2。</translation>
    </message>
    <message>
        <source>Only %2 knows &quot;%1&quot;: here it is a syntax error.</source>
        <translation>只有 %2 认识“%1”：在这里它是语法错误。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; no longer exists: use &quot;%2&quot; instead.</source>
        <translation>“%1”已不存在：请改用“%2”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; no longer exists and does nothing: the line can go.</source>
        <translation>“%1”已不存在，也不起作用：此行可以删去。</translation>
    </message>
    <message>
        <source>%1 is already a source in line %2: the daemon ignores this line.</source>
        <translation>%1 在第 %2 行已经是时间源：时间服务会忽略此行。</translation>
    </message>
    <message>
        <source>There is no &quot;server %1&quot; line, so this fudge line does nothing.</source>
        <translation>没有“server %1”一行，所以这行 fudge 不起作用。</translation>
    </message>
    <message>
        <source>&quot;fudge&quot; sets up reference clocks, whose addresses are 127.127.x.x: the daemon ignores the line for &quot;%1&quot;.</source>
        <translation>“fudge”用于设置参考时钟，其地址为 127.127.x.x：时间服务会忽略针对“%1”的这一行。</translation>
    </message>
    <message>
        <source>The local clock at stratum %1 competes with the upstream servers: give it stratum 10 or more, so that it is used only when all of them are gone.</source>
        <translation>层级为 %1 的本机时钟会与上游服务器竞争：请给它 10 或更高的层级，使它只在上游全部失效时才被使用。</translation>
    </message>
    <message>
        <source>The file names no time source: the daemon never synchronises, and clients refuse its time.</source>
        <translation>文件中没有任何时间源：时间服务永远不会同步，客户端也会拒用它的时间。</translation>
    </message>
    <message>
        <source>Without a &quot;driftfile&quot; the daemon must learn the clock&apos;s frequency anew after every start, which takes it hours.</source>
        <translation>没有“driftfile”，时间服务每次启动后都要重新测定时钟的频率偏差，需要几个小时。</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot; on this machine: the daemon logs it, goes on, and &quot;%2&quot; has no effect.</source>
        <translation>本机上没有文件“%1”：时间服务记一条日志后继续，“%2”不起作用。</translation>
    </message>
    <message>
        <source>Key %1 is used here, but no &quot;trustedkey&quot; line trusts it: packets with it are refused.</source>
        <translation>这里使用了密钥 %1，但没有“trustedkey”一行信任它：带有它的数据包会被拒绝。</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>Upstream with own-clock fallback</source>
        <translation>上游 + 本机后备</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>没有时间源</translation>
    </message>
    <message>
        <source>Time comes from the upstream servers only; when all of them are gone, clients soon refuse our time.</source>
        <translation>时间只来自上游服务器；上游全部失效后，客户端很快会拒用本机的时间。</translation>
    </message>
    <message>
        <source>Time comes from the upstream servers; when all of them are gone, this machine&apos;s own clock goes on serving at a high stratum.</source>
        <translation>时间来自上游服务器；上游全部失效后，由本机时钟以较高的层级继续授时。</translation>
    </message>
    <message>
        <source>Time comes from this machine&apos;s own clock: all clients agree with it, but nobody checks that it is right.</source>
        <translation>时间来自本机自己的时钟：所有客户端与它一致，但没有谁来检验它是否正确。</translation>
    </message>
    <message>
        <source>The file names neither upstream servers nor the own clock: nobody gets usable time from here.</source>
        <translation>文件中既没有上游服务器，也没有本机时钟：谁也不能从这里得到可用的时间。</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>拒用</translation>
    </message>
    <message>
        <source>This source cannot be used now; the last column says why.</source>
        <translation>此源目前不能使用；原因见最后一列。</translation>
    </message>
    <message>
        <source>falseticker</source>
        <translation>伪时钟源</translation>
    </message>
    <message>
        <source>This source disagrees with the majority: its time is wrong by more than its own error bounds allow.</source>
        <translation>此源与多数源不一致：它的时间误差超出了它自己的误差范围。</translation>
    </message>
    <message>
        <source>excess</source>
        <translation>多余源</translation>
    </message>
    <message>
        <source>This source is good, but there are better ones in sufficient number.</source>
        <translation>此源正常，但已有足够多更好的源。</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>离群源</translation>
    </message>
    <message>
        <source>This source is honest, but lies farther off than the others: it still answers and is left out of the result.</source>
        <translation>此源诚实，但比其他源偏离得更远：它仍在应答，但不计入结果。</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选源</translation>
    </message>
    <message>
        <source>This source is good, and its time is combined into the result. It is not the one that is followed: that one has the &quot;*&quot;.</source>
        <translation>此源正常，它的时间参与合成结果。它不是正在跟随的那一个：正在跟随的带有“*”。</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备用源</translation>
    </message>
    <message>
        <source>This source is good, and kept in reserve because enough others are better.</source>
        <translation>此源正常，因为已有足够多更好的源而留作备用。</translation>
    </message>
    <message>
        <source>system peer</source>
        <translation>系统对等源（当前主用源）</translation>
    </message>
    <message>
        <source>The clock follows this source now, and our stratum and reference id derive from it.</source>
        <translation>时钟现在跟随此源，本机的层级和参考标识都由它而来。</translation>
    </message>
    <message>
        <source>PPS peer</source>
        <translation>PPS 源</translation>
    </message>
    <message>
        <source>The clock follows the pulse per second of this source; another one numbers the seconds.</source>
        <translation>时钟跟随此源的秒脉冲；秒的编号由另一个源给出。</translation>
    </message>
    <message>
        <source>its name is being looked up</source>
        <translation>正在解析它的名称</translation>
    </message>
    <message>
        <source>its name cannot be resolved</source>
        <translation>它的名称无法解析</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未提问</translation>
    </message>
    <message>
        <source>no answer: is UDP port 123 filtered?</source>
        <translation>没有应答：UDP 123 端口是否被过滤？</translation>
    </message>
    <message>
        <source>it is not synchronised itself</source>
        <translation>它自己没有同步</translation>
    </message>
    <message>
        <source>its stratum is too high</source>
        <translation>它的层级太高</translation>
    </message>
    <message>
        <source>its root distance is too large</source>
        <translation>它的根距离太大</translation>
    </message>
    <message>
        <source>it takes its time from us</source>
        <translation>它的时间来自本机</translation>
    </message>
    <message>
        <source>it told us to go away or to slow down</source>
        <translation>它让我们离开或放慢</translation>
    </message>
    <message>
        <source>our own access rules drop its replies</source>
        <translation>它的应答被本机的访问规则丢弃</translation>
    </message>
    <message>
        <source>its replies are not signed with the right key</source>
        <translation>它的应答没有用正确的密钥签名</translation>
    </message>
    <message>
        <source>watched only, by &quot;noselect&quot;</source>
        <translation>仅供观察（noselect）</translation>
    </message>
    <message>
        <source>disagrees with the majority</source>
        <translation>与多数源不一致</translation>
    </message>
    <message>
        <source>good, but farther off than the others</source>
        <translation>正常，但比其他源偏离得更远</translation>
    </message>
    <message>
        <source>kept in reserve</source>
        <translation>留作备用</translation>
    </message>
    <message>
        <source>own clock: waits until all upstream servers are gone</source>
        <translation>本机时钟：等到上游服务器全部失效才使用</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>its stratum %1 is too high</source>
        <translation>它的层级 %1 太高</translation>
    </message>
    <message>
        <source>its root distance of %1 is too large</source>
        <translation>它的根距离 %1 太大</translation>
    </message>
    <message>
        <source>it told us to go away or to slow down (%1)</source>
        <translation>它让我们离开或放慢（%1）</translation>
    </message>
    <message>
        <source>own clock, followed now</source>
        <translation>本机时钟，正在跟随</translation>
    </message>
    <message>
        <source>followed now</source>
        <translation>正在跟随</translation>
    </message>
    <message>
        <source>its pulse is followed now</source>
        <translation>正在跟随它的秒脉冲</translation>
    </message>
    <message>
        <source>combined into the result</source>
        <translation>参与合成结果</translation>
    </message>
    <message>
        <source>It follows a good source; the offset is %1.</source>
        <translation>正在跟随一个正常的源；偏移为 %1。</translation>
    </message>
    <message>
        <source>It serves this machine&apos;s own time at stratum %2: clients agree with each other, but nobody checks that this time is right.</source>
        <translation>以层级 %2 提供本机自己的时间：各客户端彼此一致，但没有谁来检验这个时间是否正确。</translation>
    </message>
    <message>
        <source>No time source is configured: add a server, or switch to the machine&apos;s own clock.</source>
        <translation>没有配置时间源：请添加服务器，或切换到本机自己的时钟。</translation>
    </message>
    <message>
        <source>Names of sources that cannot be resolved: %2. Is the name service reachable?</source>
        <translation>无法解析的时间源名称有 %2 个。名称解析服务是否可用？</translation>
    </message>
    <message>
        <source>The sources answer, but are not synchronised themselves.</source>
        <translation>时间源有应答，但它们自己没有同步。</translation>
    </message>
    <message>
        <source>The sources disagree and no majority can be found: at least one of them lies.</source>
        <translation>各时间源互不一致，形不成多数：至少有一个是错的。</translation>
    </message>
    <message>
        <source>Too few good sources: &quot;tos minsane&quot; demands %2.</source>
        <translation>正常的时间源太少：“tos minsane”要求 %2 个。</translation>
    </message>
    <message>
        <source>The clock is off by %1 and is only observed, never corrected, by this engine.</source>
        <translation>时钟相差 %1，但此引擎只观察，从不校正。</translation>
    </message>
    <message>
        <source>The clock is off by %1, more than the panic threshold: the correction was refused. Set the clock once by hand, or start the daemon with -g.</source>
        <translation>时钟相差 %1，超过紧急阈值：校正被拒绝。请手工设定一次时钟，或用 -g 启动时间服务。</translation>
    </message>
    <message>
        <source>The clock is off by %1 and is being brought back slowly.</source>
        <translation>时钟相差 %1，正在缓慢校正。</translation>
    </message>
    <message>
        <source>All upstream servers are gone: the own clock takes over in %2 s.</source>
        <translation>上游服务器全部失效：本机时钟将在 %2 秒后接替。</translation>
    </message>
    <message>
        <source>It is still measuring: the first minutes tell little.</source>
        <translation>还在测量：最初几分钟看不出什么。</translation>
    </message>
    <message>
        <source>The reason is not known.</source>
        <translation>原因不明。</translation>
    </message>
    <message>
        <source>off by %1 · root distance %2 · %3 of %4 sources good</source>
        <translation>相差 %1 · 根距离 %2 · %4 个源中 %3 个正常</translation>
    </message>
    <message>
        <source>In sync with %1, stratum %2</source>
        <translation>已与 %1 同步，层级 %2</translation>
    </message>
    <message>
        <source>Running on its own clock, stratum %1</source>
        <translation>以自己的时钟运行，层级 %1</translation>
    </message>
    <message>
        <source>Starting: too early to tell</source>
        <translation>正在启动：还看不出结果</translation>
    </message>
    <message>
        <source>Not in sync</source>
        <translation>未同步</translation>
    </message>
    <message>
        <source>No time daemon answers</source>
        <translation>没有时间服务应答</translation>
    </message>
    <message>
        <source>Is it running, and does it allow queries from here?</source>
        <translation>它在运行吗？是否允许从这里查询？</translation>
    </message>
    <message>
        <source>In sync · stratum %1 · %2</source>
        <translation>已同步 · 层级 %1 · %2</translation>
    </message>
    <message>
        <source>Own clock · stratum %1</source>
        <translation>本机时钟 · 层级 %1</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>No daemon</source>
        <translation>无时间服务</translation>
    </message>
    <message>
        <source>Asks several times at the start, so that the first time is there after seconds instead of minutes.</source>
        <translation>启动时连续提问几次，使首次对时只需几秒，而不是几分钟。</translation>
    </message>
    <message>
        <source>Asks several times at every poll; public servers take that as an attack.</source>
        <translation>每次轮询都连续提问几次；公共服务器会把它当作攻击。</translation>
    </message>
    <message>
        <source>This source is followed as long as it is good; it is still dropped when it disagrees with the majority.</source>
        <translation>只要此源正常就跟随它；若它与多数源不一致，仍会被弃用。</translation>
    </message>
    <message>
        <source>This source is asked and shown, but never followed.</source>
        <translation>对此源提问并显示，但从不跟随。</translation>
    </message>
    <message>
        <source>This source is believed even against the majority.</source>
        <translation>即使与多数源相反，也相信此源。</translation>
    </message>
    <message>
        <source>This source may be dropped when there are better ones.</source>
        <translation>有更好的源时，可以去掉此源。</translation>
    </message>
    <message>
        <source>Interleaved mode: the exact time of sending follows in the next packet.</source>
        <translation>交错模式：精确的发送时间在下一个数据包中给出。</translation>
    </message>
    <message>
        <source>Authenticates with Autokey, which is broken and should not be used.</source>
        <translation>用 Autokey 认证；它已被攻破，不应使用。</translation>
    </message>
    <message>
        <source>Hides our clock&apos;s time in questions.</source>
        <translation>在提问中隐藏本机时钟的时间。</translation>
    </message>
    <message>
        <source>Shortest interval between questions, as a power of two: 6 means 64 s.</source>
        <translation>提问的最短间隔，2 的幂：6 表示 64 秒。</translation>
    </message>
    <message>
        <source>Longest interval between questions, as a power of two: 10 means 1024 s.</source>
        <translation>提问的最长间隔，2 的幂：10 表示 1024 秒。</translation>
    </message>
    <message>
        <source>Number of the symmetric key that signs the packets; &quot;trustedkey&quot; must name it.</source>
        <translation>给数据包签名的对称密钥编号；必须由“trustedkey”列出。</translation>
    </message>
    <message>
        <source>NTP version of the questions; 4 unless the server is ancient.</source>
        <translation>提问所用的 NTP 版本；除非服务器很老，否则为 4。</translation>
    </message>
    <message>
        <source>A number that only the driver of a reference clock understands; in classic ntpd it voids the line of a network server.</source>
        <translation>只有参考时钟驱动才懂的数字；在传统 ntpd 中，它会使网络服务器这一行作废。</translation>
    </message>
    <message>
        <source>How far multicast packets travel.</source>
        <translation>组播数据包能走多远。</translation>
    </message>
    <message>
        <source>Secures this source with NTS (ntpsec only).</source>
        <translation>用 NTS 保护此源（仅 ntpsec）。</translation>
    </message>
    <message>
        <source>Does not check the server&apos;s certificate; for tests only.</source>
        <translation>不检查服务器的证书；只用于测试。</translation>
    </message>
    <message>
        <source>File or directory with the certificates that vouch for this server.</source>
        <translation>为此服务器担保的证书文件或目录。</translation>
    </message>
    <message>
        <source>The daemon reads this word and then drops the whole line.</source>
        <translation>时间服务读到这个词后会丢弃整行。</translation>
    </message>
    <message>
        <source>Cipher for NTS.</source>
        <translation>NTS 使用的加密算法。</translation>
    </message>
    <message>
        <source>Seconds that are added to this source&apos;s offset.</source>
        <translation>给此源的偏移加上的秒数。</translation>
    </message>
    <message>
        <source>Number of the clock of this kind, 0 for the first.</source>
        <translation>同类时钟中的序号，第一个为 0。</translation>
    </message>
    <message>
        <source>Seconds that correct the clock&apos;s time; its driver says what exactly.</source>
        <translation>校正该时钟时间的秒数；确切含义见其驱动的说明。</translation>
    </message>
    <message>
        <source>A second constant of the clock&apos;s driver.</source>
        <translation>时钟驱动的第二个常数。</translation>
    </message>
    <message>
        <source>Stratum of this clock; the own clock gets 10 or more, so that real sources win.</source>
        <translation>此时钟的层级；本机时钟应为 10 或更高，使真正的时间源胜出。</translation>
    </message>
    <message>
        <source>Up to four characters that clients see as the clock&apos;s reference id.</source>
        <translation>最多四个字符，客户端看到的时钟参考标识。</translation>
    </message>
    <message>
        <source>A switch of the clock&apos;s driver.</source>
        <translation>时钟驱动的一个开关。</translation>
    </message>
    <message>
        <source>A switch of the clock&apos;s driver; often it writes every reading to clockstats.</source>
        <translation>时钟驱动的一个开关；通常用来把每次读数写入 clockstats。</translation>
    </message>
    <message>
        <source>Smallest jitter that is assumed for this clock.</source>
        <translation>假定此时钟的最小抖动。</translation>
    </message>
    <message>
        <source>Makes classic ntpd exit at start: remove it.</source>
        <translation>会使传统 ntpd 在启动时退出：请删除。</translation>
    </message>
    <message>
        <source>Device file of the clock.</source>
        <translation>时钟的设备文件。</translation>
    </message>
    <message>
        <source>Device file of the clock&apos;s pulse.</source>
        <translation>时钟秒脉冲的设备文件。</translation>
    </message>
    <message>
        <source>Speed of the clock&apos;s serial line.</source>
        <translation>时钟串行线路的速率。</translation>
    </message>
    <message>
        <source>How long the clock is believed after it fell silent.</source>
        <translation>时钟沉默之后还相信它多久。</translation>
    </message>
    <message>
        <source>Which kind of clock the driver shall expect.</source>
        <translation>驱动应预期哪一种时钟。</translation>
    </message>
    <message>
        <source>Everybody for whom no narrower rule is given, over IPv4 and IPv6.</source>
        <translation>没有更具体规则的所有人，包括 IPv4 和 IPv6。</translation>
    </message>
    <message>
        <source>A pattern for rules that the daemon makes by itself for each of its time sources.</source>
        <translation>时间服务为自己的每个时间源自动生成规则所用的模板。</translation>
    </message>
    <message>
        <source>Network mask of the address; without it the rule holds for one host.</source>
        <translation>地址的网络掩码；没有它，规则只对一台主机生效。</translation>
    </message>
    <message>
        <source>How many associations one address may make; it must stand before the flags.</source>
        <translation>一个地址最多可以建立多少关联；必须写在标志之前。</translation>
    </message>
    <message>
        <source>The rule holds only for packets that come from port 123: most clients use other ports and escape it.</source>
        <translation>规则只对来自 123 端口的数据包生效：多数客户端使用其他端口，不受约束。</translation>
    </message>
    <message>
        <source>Makes ntpd 4.2.8 exit at start: remove it, it is the default.</source>
        <translation>会使 ntpd 4.2.8 在启动时退出：请删除，它本来就是默认值。</translation>
    </message>
    <message>
        <source>Must be followed by &quot;fuzz&quot;: blurs the reference time in replies.</source>
        <translation>后面必须跟“fuzz”：模糊应答中的参考时间。</translation>
    </message>
    <message>
        <source>Belongs behind &quot;serverresponse&quot;.</source>
        <translation>应写在“serverresponse”后面。</translation>
    </message>
    <message>
        <source>IPv4 only.</source>
        <translation>仅 IPv4。</translation>
    </message>
    <message>
        <source>IPv6 only.</source>
        <translation>仅 IPv6。</translation>
    </message>
    <message>
        <source>Uses only IPv4 addresses of the name.</source>
        <translation>只使用该名称的 IPv4 地址。</translation>
    </message>
    <message>
        <source>Uses only IPv6 addresses of the name.</source>
        <translation>只使用该名称的 IPv6 地址。</translation>
    </message>
    <message>
        <source>How many sources the clustering leaves over at least.</source>
        <translation>聚类至少保留多少个源。</translation>
    </message>
    <message>
        <source>How many sources a pool may bring at most.</source>
        <translation>服务器池最多可以带来多少个源。</translation>
    </message>
    <message>
        <source>How many sources must agree before the clock follows them.</source>
        <translation>多少个源一致之后，时钟才跟随它们。</translation>
    </message>
    <message>
        <source>Sources of a lower stratum than this are not used.</source>
        <translation>层级低于此值的源不使用。</translation>
    </message>
    <message>
        <source>Sources of this stratum or a higher one are not used.</source>
        <translation>层级等于或高于此值的源不使用。</translation>
    </message>
    <message>
        <source>Orphan mode: when all sources are gone, masters agree among themselves and serve at this stratum. Unlike the local clock it never competes with a real source.</source>
        <translation>孤岛模式：全部源失效后，各主时间服务器彼此协商一致，并以此层级授时。与本机时钟不同，它从不与真正的源竞争。</translation>
    </message>
    <message>
        <source>Seconds without a source until the own clock or orphan mode takes over.</source>
        <translation>失去时间源多少秒后，由本机时钟或孤岛模式接替。</translation>
    </message>
    <message>
        <source>Seconds added to each source&apos;s error bounds, so that near ones still agree.</source>
        <translation>给每个源的误差范围加上的秒数，使相近的源仍算一致。</translation>
    </message>
    <message>
        <source>Sources with a root distance of more seconds than this are not used.</source>
        <translation>根距离超过此秒数的源不使用。</translation>
    </message>
    <message>
        <source>Sources with a dispersion of more seconds than this are not used.</source>
        <translation>离散度超过此秒数的源不使用。</translation>
    </message>
    <message>
        <source>Whether servers of the same stratum may follow each other.</source>
        <translation>同一层级的服务器是否可以互相跟随。</translation>
    </message>
    <message>
        <source>Seconds between two searches for servers by multicast.</source>
        <translation>两次以组播寻找服务器之间的秒数。</translation>
    </message>
    <message>
        <source>How long broadcasts may be missing before the source counts as gone.</source>
        <translation>广播中断多久后，该源算作失效。</translation>
    </message>
    <message>
        <source>A date before which the present time cannot be.</source>
        <translation>当前时间不可能早于的日期。</translation>
    </message>
    <message>
        <source>Time constant beyond which frequency is steered rather than phase.</source>
        <translation>超过此时间常数时，调节频率而不是相位。</translation>
    </message>
    <message>
        <source>How fast errors are assumed to grow, in millionths.</source>
        <translation>假定误差增长的速度，单位为百万分之一。</translation>
    </message>
    <message>
        <source>Frequency to begin with, in millionths; it replaces the drift file.</source>
        <translation>初始频率偏差，单位为百万分之一；它代替漂移文件。</translation>
    </message>
    <message>
        <source>Seconds over which the filter for lopsided lines looks back.</source>
        <translation>针对往返不对称线路的滤波器回看的秒数。</translation>
    </message>
    <message>
        <source>An offset of more seconds than this makes the daemon exit; 0 means never.</source>
        <translation>偏移超过此秒数时，时间服务退出；0 表示永不退出。</translation>
    </message>
    <message>
        <source>An offset of more seconds than this is corrected in one step; 0 means never.</source>
        <translation>偏移超过此秒数时，一次跳变校正；0 表示永不跳变。</translation>
    </message>
    <message>
        <source>As &quot;step&quot;, for corrections backwards.</source>
        <translation>同“step”，用于向后的校正。</translation>
    </message>
    <message>
        <source>As &quot;step&quot;, for corrections forwards.</source>
        <translation>同“step”，用于向前的校正。</translation>
    </message>
    <message>
        <source>Seconds that a large offset must last before the clock is stepped.</source>
        <translation>大的偏移要持续多少秒，时钟才跳变。</translation>
    </message>
    <message>
        <source>Length of a clock tick; modern systems need none.</source>
        <translation>时钟节拍的长度；现代系统不需要它。</translation>
    </message>
    <message>
        <source>New associations only with a valid key; turning it off also stops changes by ntpq.</source>
        <translation>新的关联必须有有效密钥；关闭它也会使 ntpq 不能修改配置。</translation>
    </message>
    <message>
        <source>Listens for broadcast time.</source>
        <translation>收听广播的时间。</translation>
    </message>
    <message>
        <source>Calibrates reference clocks against network sources.</source>
        <translation>用网络时间源校准参考时钟。</translation>
    </message>
    <message>
        <source>Lets the kernel steer the clock.</source>
        <translation>由内核调节时钟。</translation>
    </message>
    <message>
        <source>Old queries of ntpdc, which attackers use to flood others: leave it off.</source>
        <translation>ntpdc 的旧式查询，攻击者会利用它去淹没别人：请保持关闭。</translation>
    </message>
    <message>
        <source>Keeps the list of clients that &quot;limited&quot; and ntpq need.</source>
        <translation>维护“limited”和 ntpq 所需的客户端列表。</translation>
    </message>
    <message>
        <source>Corrects the clock; turned off, it is only measured.</source>
        <translation>校正时钟；关闭后只测量。</translation>
    </message>
    <message>
        <source>Writes statistics files.</source>
        <translation>写统计文件。</translation>
    </message>
    <message>
        <source>Shortest average interval between questions of a host, as a power of two.</source>
        <translation>主机提问的最短平均间隔，2 的幂。</translation>
    </message>
    <message>
        <source>Shortest interval between two questions of a host, in seconds.</source>
        <translation>主机两次提问的最短间隔，单位秒。</translation>
    </message>
    <message>
        <source>Chance with which a full list of clients forgets an entry.</source>
        <translation>客户端列表已满时忘掉一项的概率。</translation>
    </message>
    <message>
        <source>Questions per second that a host may ask on average.</source>
        <translation>主机平均每秒可以提问的次数。</translation>
    </message>
    <message>
        <source>How many questions a host may ask at once.</source>
        <translation>主机一次可以连续提问的次数。</translation>
    </message>
    <message>
        <source>How many packets per second tell a host to slow down.</source>
        <translation>每秒最多发多少个数据包告诉主机放慢。</translation>
    </message>
    <message>
        <source>One line for each correction of the clock.</source>
        <translation>每次校正时钟写一行。</translation>
    </message>
    <message>
        <source>One line for each measurement of a source.</source>
        <translation>每次测量时间源写一行。</translation>
    </message>
    <message>
        <source>What reference clocks report.</source>
        <translation>参考时钟的报告。</translation>
    </message>
    <message>
        <source>The four time stamps of each exchange.</source>
        <translation>每次交换的四个时间戳。</translation>
    </message>
    <message>
        <source>Counters of the daemon, every hour.</source>
        <translation>时间服务的计数器，每小时一次。</translation>
    </message>
    <message>
        <source>Events of Autokey.</source>
        <translation>Autokey 的事件。</translation>
    </message>
    <message>
        <source>Events of the daemon and of its sources.</source>
        <translation>时间服务及其时间源的事件。</translation>
    </message>
    <message>
        <source>Measurements of the daemon&apos;s own speed.</source>
        <translation>时间服务自身速度的测量。</translation>
    </message>
    <message>
        <source>Memory and processor time of the daemon.</source>
        <translation>时间服务占用的内存和处理器时间。</translation>
    </message>
    <message>
        <source>Name of the file; a &quot;/&quot; in it makes both daemons hang at start.</source>
        <translation>文件名；其中若有“/”，两种时间服务都会在启动时卡死。</translation>
    </message>
    <message>
        <source>When a new file begins: day, week, month, year, age, pid or none.</source>
        <translation>何时另起新文件：day、week、month、year、age、pid 或 none。</translation>
    </message>
    <message>
        <source>Keeps a link without a date to the newest file.</source>
        <translation>保留一个不带日期的链接，指向最新的文件。</translation>
    </message>
    <message>
        <source>Makes no link to the newest file.</source>
        <translation>不建立指向最新文件的链接。</translation>
    </message>
    <message>
        <source>Writes this statistic.</source>
        <translation>写这项统计。</translation>
    </message>
    <message>
        <source>Does not write this statistic.</source>
        <translation>不写这项统计。</translation>
    </message>
    <message>
        <source>Uses the file only if its checksum is right.</source>
        <translation>只有校验和正确时才使用该文件。</translation>
    </message>
    <message>
        <source>Uses the file whatever its checksum says.</source>
        <translation>不管校验和如何都使用该文件。</translation>
    </message>
    <message>
        <source>Listens on these addresses.</source>
        <translation>在这些地址上监听。</translation>
    </message>
    <message>
        <source>Opens no socket on these addresses.</source>
        <translation>不在这些地址上打开套接字。</translation>
    </message>
    <message>
        <source>Opens a socket on these addresses and throws away what comes.</source>
        <translation>在这些地址上打开套接字，并丢弃收到的内容。</translation>
    </message>
    <message>
        <source>Largest number of clients in the list.</source>
        <translation>列表中客户端的最大数目。</translation>
    </message>
    <message>
        <source>Largest size of the list of clients, in kilobytes.</source>
        <translation>客户端列表的最大大小，单位千字节。</translation>
    </message>
    <message>
        <source>Number of clients up to which nobody is forgotten.</source>
        <translation>客户端数目不超过此值时不忘掉任何一个。</translation>
    </message>
    <message>
        <source>Seconds after which a client may be forgotten.</source>
        <translation>多少秒之后可以忘掉一个客户端。</translation>
    </message>
    <message>
        <source>Seconds before which no client is forgotten.</source>
        <translation>多少秒之内不忘掉任何客户端。</translation>
    </message>
    <message>
        <source>Megabytes of memory that are kept from being swapped out.</source>
        <translation>锁定在内存中不被换出的兆字节数。</translation>
    </message>
    <message>
        <source>Size of the stack in pages.</source>
        <translation>栈的大小，以页计。</translation>
    </message>
    <message>
        <source>Largest number of open files.</source>
        <translation>打开文件的最大数目。</translation>
    </message>
    <message>
        <source>Serves NTS; without a certificate the daemon exits.</source>
        <translation>提供 NTS 服务；没有证书时，时间服务会退出。</translation>
    </message>
    <message>
        <source>Does not serve NTS.</source>
        <translation>不提供 NTS 服务。</translation>
    </message>
    <message>
        <source>File with our certificate.</source>
        <translation>本机证书的文件。</translation>
    </message>
    <message>
        <source>File with the key of our certificate.</source>
        <translation>本机证书密钥的文件。</translation>
    </message>
    <message>
        <source>File with the keys for cookies.</source>
        <translation>cookie 密钥的文件。</translation>
    </message>
    <message>
        <source>File or directory with the certificates that vouch for servers.</source>
        <translation>为服务器担保的证书文件或目录。</translation>
    </message>
    <message>
        <source>Put each directive on a line of its own</source>
        <translation>每个指令各占一行</translation>
    </message>
    <message>
        <source>Join the next line to this one</source>
        <translation>把下一行并入此行</translation>
    </message>
    <message>
        <source>Remove these characters</source>
        <translation>删除这些字符</translation>
    </message>
    <message>
        <source>Make &quot;%1&quot; active by removing the &quot;#&quot;</source>
        <translation>去掉“#”，使“%1”生效</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands where an address is expected: the address comes first, then the flags; as it stands the daemon skips the line.</source>
        <translation>“%1”出现在应写地址的位置：先写地址，再写标志；照现在的写法，时间服务会跳过此行。</translation>
    </message>
    <message>
        <source>One rule holds for one address: the daemon drops %1 and the rest of the line.</source>
        <translation>一条规则只针对一个地址：时间服务会丢弃 %1 和此行其余内容。</translation>
    </message>
    <message>
        <source>A mask does not follow a &quot;/&quot;: write &quot;%1 mask %2&quot;; as it stands ntpsec takes the single host, and classic ntpd ignores the line.</source>
        <translation>掩码不写在“/”后面：请写“%1 mask %2”；照现在的写法，ntpsec 当作单台主机，传统 ntpd 忽略此行。</translation>
    </message>
    <message>
        <source>The network is given twice, by the prefix length %1 and by the mask %2: ntpsec drops the mask, classic ntpd ignores the line.</source>
        <translation>网络给出了两次，前缀长度 %1 和掩码 %2：ntpsec 丢弃掩码，传统 ntpd 忽略此行。</translation>
    </message>
    <message>
        <source>The daemons disagree on a mask behind the name %1: write the numeric address.</source>
        <translation>对名称 %1 后面的掩码，各时间服务的解释不同：请写数字地址。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: a range from one address to another is not understood, and the line is ignored; write networks with masks.</source>
        <translation>“%1”：不支持从一个地址到另一个地址的范围，此行会被忽略；请写带掩码的网络。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: an asterisk is not understood, and the line is ignored; write &quot;%2&quot;.</source>
        <translation>“%1”：不支持星号，此行会被忽略；请写“%2”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: an asterisk is not understood, and the line is ignored; write the network with its mask.</source>
        <translation>“%1”：不支持星号，此行会被忽略；请写带掩码的网络。</translation>
    </message>
    <message>
        <source>&quot;restrict source&quot; takes no &quot;%1&quot;: the daemon skips the line.</source>
        <translation>“restrict source”不带“%1”：时间服务会跳过此行。</translation>
    </message>
    <message>
        <source>&quot;ippeerlimit&quot; must stand before the flags: here the daemon drops it and the rest of the line.</source>
        <translation>“ippeerlimit”必须写在标志之前：在这里，时间服务会丢弃它和此行其余内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in &quot;restrict source&quot; shuts out the very servers that it is meant to let in.</source>
        <translation>“restrict source”中的“%1”恰恰把它要放进来的服务器挡在外面。</translation>
    </message>
    <message>
        <source>&quot;ntpport&quot; limits this rule to packets from port 123: most clients use other ports and escape it, and ntpd 4.2.8p18 never applies it to anybody.</source>
        <translation>“ntpport”使此规则只对来自 123 端口的数据包生效：多数客户端使用其他端口，不受约束；ntpd 4.2.8p18 对谁都不会用到它。</translation>
    </message>
    <message>
        <source>For some of its addresses the rule for %1 is not reached: the one in line %2 is found first, because the mask has holes.</source>
        <translation>针对 %1 的规则对其中一部分地址用不到：因为掩码中间有空洞，第 %2 行的规则会先被找到。</translation>
    </message>
    <message>
        <source>This rule changes nothing: the wider one in line %1 has the same flags.</source>
        <translation>此规则没有改变任何东西：第 %1 行范围更大的规则有相同的标志。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a keyword of ntp.conf: put it in quotation marks if it is meant as the name of a host.</source>
        <translation>“%1”是 ntp.conf 的关键字：如果是主机名，请加上引号。</translation>
    </message>
    <message>
        <source>&quot;limited&quot; holds for the replies of our own servers too: with &quot;discard minimum %1&quot; those of iburst, 2 s apart, are dropped.</source>
        <translation>“limited”对本机所用服务器的应答同样有效：有了“discard minimum %1”，iburst 间隔 2 秒的应答会被丢弃。</translation>
    </message>
    <message>
        <source>&quot;enable mode7&quot; lets everybody ask for the list of clients, and attackers use the large answers to flood others: remove it.</source>
        <translation>“enable mode7”让所有人都能索取客户端列表，攻击者会利用很大的应答去淹没别人：请删除。</translation>
    </message>
    <message>
        <source>Noonmark&apos;s own engine does not act on &quot;%1&quot; yet: it has an effect in ntpd and ntpsec only.</source>
        <translation>Noonmark 自己的引擎尚不支持“%1”：它只在 ntpd 和 ntpsec 中起作用。</translation>
    </message>
    <message>
        <source>nopeer: keeps these hosts from becoming our sources uninvited; it also keeps out servers found through &quot;pool&quot;. It never denies time, and ntpsec ignores it.</source>
        <translation>nopeer：不让这些主机不经邀请成为我们的时间源；也会挡住通过“pool”找到的服务器。它从不影响授时，ntpsec 忽略它。</translation>
    </message>
    <message>
        <source>notrap: keeps these hosts from subscribing to event messages; ntpsec has none and ignores the flag.</source>
        <translation>notrap：不让这些主机订阅事件消息；ntpsec 没有这项功能，忽略此标志。</translation>
    </message>
    <message>
        <source>noepeer: keeps these hosts from becoming our sources uninvited, not even with a valid key.</source>
        <translation>noepeer：不让这些主机不经邀请成为我们的时间源，即使有有效密钥也不行。</translation>
    </message>
    <message>
        <source>The number of sources is %1: three are needed to find the one that lies, and four to be sure even when one of them is down.</source>
        <translation>时间源的数目是 %1：要有三个才能找出出错的一个，要有四个才能在其中一个停机时仍有把握。</translation>
    </message>
    <message>
        <source>no answer, asked %1 times: is UDP port 123 filtered?</source>
        <translation>没有应答，已提问 %1 次：UDP 123 端口是否被过滤？</translation>
    </message>
    <message>
        <source>No source answers (asked: %2). Is the network up, and does a firewall let UDP port 123 through?</source>
        <translation>没有时间源应答（已提问 %2 个）。网络是否连通？防火墙是否放行 UDP 123 端口？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does more harm than it seems: remove it unless you are sure that you need it.</source>
        <translation>“%1”的害处比看上去大：除非确定需要，否则请删除。</translation>
    </message>
    <message>
        <source>Name in our own Autokey certificate.</source>
        <translation>本机 Autokey 证书中的名称。</translation>
    </message>
    <message>
        <source>Password of the Autokey files.</source>
        <translation>Autokey 文件的密码。</translation>
    </message>
    <message>
        <source>File with the seed of the random numbers for Autokey.</source>
        <translation>Autokey 随机数种子的文件。</translation>
    </message>
    <message>
        <source>Checksum that Autokey uses.</source>
        <translation>Autokey 使用的摘要算法。</translation>
    </message>
    <message>
        <source>Oldest TLS version that is accepted; only the word TLS1.3 is understood.</source>
        <translation>接受的最低 TLS 版本；只认识 TLS1.3 这个词。</translation>
    </message>
    <message>
        <source>Newest TLS version that is accepted; only the word TLS1.3 is understood.</source>
        <translation>接受的最高 TLS 版本；只认识 TLS1.3 这个词。</translation>
    </message>
    <message>
        <source>Ciphers that are accepted for the key exchange.</source>
        <translation>密钥交换时接受的加密套件。</translation>
    </message>
    <message>
        <source>Curves that are accepted for the key exchange.</source>
        <translation>密钥交换时接受的椭圆曲线。</translation>
    </message>
    <message>
        <source>The server&apos;s order of ciphers wins over the client&apos;s.</source>
        <translation>加密套件的顺序以服务器为准，而不是客户端。</translation>
    </message>
    <message>
        <source>TCP port for the key exchange, 4460 unless given.</source>
        <translation>密钥交换的 TCP 端口，默认为 4460。</translation>
    </message>
    <message>
        <source>UDP port on which time is served besides 123.</source>
        <translation>除 123 之外提供授时的 UDP 端口。</translation>
    </message>
    <message>
        <source>Counters of NTS.</source>
        <translation>NTS 的计数器。</translation>
    </message>
    <message>
        <source>Counters of the key exchange for NTS.</source>
        <translation>NTS 密钥交换的计数器。</translation>
    </message>
    <message>
        <source>One line for each key exchange for NTS.</source>
        <translation>每次 NTS 密钥交换写一行。</translation>
    </message>
    <message>
        <source>Number of clients for which memory is set aside at the start.</source>
        <translation>启动时为多少个客户端预留内存。</translation>
    </message>
    <message>
        <source>Memory that is set aside for the list of clients at the start, in kilobytes.</source>
        <translation>启动时为客户端列表预留的内存，单位千字节。</translation>
    </message>
    <message>
        <source>Number of clients by which the list grows.</source>
        <translation>列表每次扩大多少个客户端。</translation>
    </message>
    <message>
        <source>Memory by which the list of clients grows, in kilobytes.</source>
        <translation>客户端列表每次扩大的内存，单位千字节。</translation>
    </message>
    <message>
        <source>Drops the state of a peer as soon as one packet fails its authentication.</source>
        <translation>只要有一个数据包未通过认证，就清除该对等源的状态。</translation>
    </message>
    <message>
        <source>Drops an Autokey association at the first error.</source>
        <translation>首次出错就去掉 Autokey 关联。</translation>
    </message>
    <message>
        <source>Drops an association as soon as the other side rejects our key.</source>
        <translation>对方一旦拒绝我们的密钥，就去掉该关联。</translation>
    </message>
    <message>
        <source>Drops an association at the first packet with a wrong key.</source>
        <translation>收到第一个密钥错误的数据包就去掉该关联。</translation>
    </message>
    <message>
        <source>Shows the variable without being asked for it by name.</source>
        <translation>不必按名称询问也显示该变量。</translation>
    </message>
    <message>
        <source>UDP port to which event messages are sent.</source>
        <translation>事件消息发往的 UDP 端口。</translation>
    </message>
    <message>
        <source>Our address from which event messages are sent.</source>
        <translation>发送事件消息所用的本机地址。</translation>
    </message>
    <message>
        <source>Counters of all associations.</source>
        <translation>所有关联的计数器。</translation>
    </message>
    <message>
        <source>Counters of authentication.</source>
        <translation>认证的计数器。</translation>
    </message>
    <message>
        <source>Counters of control queries.</source>
        <translation>控制查询的计数器。</translation>
    </message>
    <message>
        <source>Counters of packets sent and received.</source>
        <translation>收发数据包的计数器。</translation>
    </message>
    <message>
        <source>Counters of memory.</source>
        <translation>内存的计数器。</translation>
    </message>
    <message>
        <source>Counters of the daemon.</source>
        <translation>时间服务的计数器。</translation>
    </message>
    <message>
        <source>Counters of the timer.</source>
        <translation>定时器的计数器。</translation>
    </message>
    <message>
        <source>There is no directory &quot;%1&quot; on this machine: the daemon cannot write what &quot;%2&quot; asks for.</source>
        <translation>本机上没有目录“%1”：时间服务无法写入“%2”所要求的内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid address: the daemon ignores the line, at best after it looked for a host of that name.</source>
        <translation>“%1”不是有效的地址：时间服务会忽略此行，最多先按主机名去查找一次。</translation>
    </message>
    <message>
        <source>The rule for everybody holds for %1 only: over the other address family everybody keeps full access.</source>
        <translation>针对所有人的规则只对 %1 生效：通过另一个地址族，所有人仍有全部权限。</translation>
    </message>
    <message>
        <source>Something is missing behind &quot;%1&quot;: as it stands, the daemon drops the line.</source>
        <translation>“%1”后面缺少内容：照现在的写法，时间服务会丢弃此行。</translation>
    </message>
    <message>
        <source>The clock has a source now that it follows.</source>
        <translation>时钟现在有可以跟随的时间源。</translation>
    </message>
    <message>
        <source>These hosts may get the time:</source>
        <translation>以下主机可以获取时间：</translation>
    </message>
    <message>
        <source>These hosts may query the daemon&apos;s state:</source>
        <translation>以下主机可以查询守护进程的状态：</translation>
    </message>
    <message>
        <source>These hosts may change the configuration at run time, with the control key:</source>
        <translation>以下主机凭控制密钥可以在运行时修改配置：</translation>
    </message>
    <message>
        <source>These hosts may become a source uninvited and without a key:</source>
        <translation>以下主机不经邀请、无需密钥即可成为时间源：</translation>
    </message>
    <message>
        <source>These hosts may read the list of clients:</source>
        <translation>以下主机可以读取客户端列表：</translation>
    </message>
    <message>
        <source>No host may get the time.</source>
        <translation>没有主机可以获取时间。</translation>
    </message>
    <message>
        <source>No host may query the daemon&apos;s state.</source>
        <translation>没有主机可以查询守护进程的状态。</translation>
    </message>
    <message>
        <source>No host may change the configuration at run time.</source>
        <translation>没有主机可以在运行时修改配置。</translation>
    </message>
    <message>
        <source>No host may become a source uninvited and without a key.</source>
        <translation>没有主机可以不经邀请、无密钥而成为时间源。</translation>
    </message>
    <message>
        <source>No host may read the list of clients.</source>
        <translation>没有主机可以读取客户端列表。</translation>
    </message>
    <message>
        <source>%1 gives time but answers no queries: &quot;noquery&quot; forbids them. This line in its ntp.conf opens it for this machine: restrict %2 nomodify</source>
        <translation>%1 提供时间，但不应答查询：“noquery”禁止了查询。在它的 ntp.conf 中加入这一行即可对本机开放：restrict %2 nomodify</translation>
    </message>
    <message>
        <source>%1 gives time but answers no queries: &quot;noquery&quot; forbids them.</source>
        <translation>%1 提供时间，但不应答查询：“noquery”禁止了查询。</translation>
    </message>
    <message>
        <source>The clock was stepped.</source>
        <translation>时钟被跳变调整。</translation>
    </message>
    <message>
        <source>The daemon answers.</source>
        <translation>时间服务有应答。</translation>
    </message>
    <message>
        <source>The engine inside runs the file %1 now.</source>
        <translation>内置引擎现在按文件 %1 运行。</translation>
    </message>
    <message>
        <source>The file was changed: %1.</source>
        <translation>文件被修改：%1。</translation>
    </message>
    <message>
        <source>A change of the file was taken back: %1.</source>
        <translation>撤销了对文件的一处修改：%1。</translation>
    </message>
    <message>
        <source>The source mode of the file was switched to &quot;%2&quot;.</source>
        <translation>文件的时间来源方式切换为“%2”。</translation>
    </message>
    <message>
        <source>The file was written and handed to the engine; lines changed: %3.</source>
        <translation>文件已写入并交给引擎；改动行数：%3。</translation>
    </message>
    <message>
        <source>Characters that are not ASCII vanish; what the daemon reads is &quot;%1&quot;.</source>
        <translation>非 ASCII 字符会消失；守护进程实际读到的是“%1”。</translation>
    </message>
    <message>
        <source>It stops at &quot;%1&quot;; what stands behind that is lost as well.</source>
        <translation>读到“%1”就停止，其后的内容也一并丢失。</translation>
    </message>
    <message>
        <source>Something is missing at the end of the line.</source>
        <translation>行尾缺少内容。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no directive of this daemon.</source>
        <translation>“%1”不是该守护进程的指令。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is accepted and has no effect.</source>
        <translation>“%1”会被接受，但没有作用。</translation>
    </message>
    <message>
        <source>The value %2 of &quot;%1&quot; becomes %3.</source>
        <translation>“%1”的值 %2 会变成 %3。</translation>
    </message>
    <message>
        <source>The value %2 of &quot;%1&quot; is out of range and ignored.</source>
        <translation>“%1”的值 %2 超出范围，会被忽略。</translation>
    </message>
    <message>
        <source>The whole line is dropped because of &quot;%1&quot;.</source>
        <translation>由于“%1”，整行被丢弃。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can not be used here as an address.</source>
        <translation>“%1”在这里不能用作地址。</translation>
    </message>
    <message>
        <source>The name %1 is looked up once, at start, and the daemon waits for the answer; without one the line is dropped.</source>
        <translation>名称 %1 只在启动时解析一次，守护进程会等待结果；得不到结果时该行被丢弃。</translation>
    </message>
    <message>
        <source>&quot;peer&quot; is read as &quot;server&quot;: there are no symmetric associations.</source>
        <translation>“peer”按“server”处理：不存在对称关联。</translation>
    </message>
    <message>
        <source>The mask %1 of the other address family is read as zeros: the default rule is changed.</source>
        <translation>另一地址族的掩码 %1 被读作全零：被改动的是默认规则。</translation>
    </message>
    <message>
        <source>It makes one rule together with line %1; all flags add up: &quot;%2&quot;.</source>
        <translation>它与第 %1 行合成一条规则，所有标志累加：“%2”。</translation>
    </message>
    <message>
        <source>Line %1 says it anew, and only the last one counts.</source>
        <translation>第 %1 行重新作了设置，只有最后一行有效。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no effect, because line %2 has the last word.</source>
        <translation>“%1”没有作用，因为以第 %2 行为准。</translation>
    </message>
    <message>
        <source>The same source stands in line %1 already; this one is ignored.</source>
        <translation>第 %1 行已有相同的时间源，本行被忽略。</translation>
    </message>
    <message>
        <source>No line makes %1 a source, so there is nothing to adjust.</source>
        <translation>没有任何一行把 %1 设为时间源，因此无从调整。</translation>
    </message>
    <message>
        <source>The daemon reads nothing behind this.</source>
        <translation>守护进程不再读取此后的内容。</translation>
    </message>
    <message>
        <source>The daemon ends at start because of &quot;%1&quot;.</source>
        <translation>由于“%1”，守护进程在启动时退出。</translation>
    </message>
    <message>
        <source>&quot;%1&quot;: unless the key files for it are there, the daemon ends at start.</source>
        <translation>“%1”：如果所需的密钥文件不存在，守护进程在启动时退出。</translation>
    </message>
    <message>
        <source>The daemon hangs at start and never serves, because of the &quot;/&quot; in &quot;%1&quot;.</source>
        <translation>由于“%1”中的“/”，守护进程启动时陷入死循环，永远不提供服务。</translation>
    </message>
    <message>
        <source>The lines of %1 are read in this place.</source>
        <translation>在此处读入 %1 的各行。</translation>
    </message>
    <message>
        <source>There is nothing to execute.</source>
        <translation>没有可执行的内容。</translation>
    </message>
    <message>
        <source>The line is executed: &quot;%1&quot;.</source>
        <translation>该行被执行：“%1”。</translation>
    </message>
    <message>
        <source>Only its beginning is executed: &quot;%1&quot;.</source>
        <translation>只执行开头部分：“%1”。</translation>
    </message>
    <message>
        <source>Nothing of the line is executed.</source>
        <translation>该行完全不执行。</translation>
    </message>
    <message>
        <source>The daemon never reads as far as this.</source>
        <translation>守护进程读不到这里。</translation>
    </message>
    <message>
        <source>A key needs a number, a type and a value: the daemon skips the line.</source>
        <translation>密钥需要编号、类型和值三项：守护进程会跳过该行。</translation>
    </message>
    <message>
        <source>The line is longer than %1 characters: the daemon reads the rest as another line.</source>
        <translation>该行超过 %1 个字符：守护进程会把其余部分当作另一行。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no type of key that the daemons know: the line is skipped.</source>
        <translation>“%1”不是守护进程认识的密钥类型：该行被跳过。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is read as MD5, which is no longer recommended: AES128CMAC is (RFC 8573).</source>
        <translation>“%1”按 MD5 读取，MD5 已不再推荐使用：推荐 AES128CMAC（RFC 8573）。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no key number: 1 to 65535 are, and the line is skipped.</source>
        <translation>“%1”不是密钥编号：编号为 1 到 65535，该行被跳过。</translation>
    </message>
    <message>
        <source>Key %1 stands in line %2 already.</source>
        <translation>密钥 %1 在第 %2 行已经出现。</translation>
    </message>
    <message>
        <source>The value ends at the &quot;#&quot;, which begins a comment even inside a key: write the key in hexadecimal.</source>
        <translation>值在“#”处结束，因为即使在密钥中它也会开始注释：请用十六进制书写密钥。</translation>
    </message>
    <message>
        <source>A value of more than 20 characters is read as hexadecimal, with at most %1 digits: this one is not, and the key is dropped.</source>
        <translation>超过 20 个字符的值按十六进制读取，最多 %1 位：此值不符合，该密钥被丢弃。</translation>
    </message>
    <message>
        <source>The number of hexadecimal digits is odd: the last one is ignored.</source>
        <translation>十六进制位数为奇数：最后一位被忽略。</translation>
    </message>
    <message>
        <source>The value has %1 bytes, but %2 wants %3: the daemon pads or cuts it.</source>
        <translation>该值有 %1 个字节，而 %2 需要 %3 个：守护进程会补齐或截断它。</translation>
    </message>
    <message>
        <source>Key %1 is used here, but the keys file does not have it.</source>
        <translation>此处使用了密钥 %1，但密钥文件中没有它。</translation>
    </message>
    <message>
        <source>Others than its owner may read this file: whoever knows a key can pass for this server.</source>
        <translation>所有者以外的人也可以读取此文件：知道密钥的人就能冒充本服务器。</translation>
    </message>
    <message>
        <source>ntpd looks for a relative path where it was started, as a service in &quot;/&quot;: this is &quot;%1&quot;.</source>
        <translation>ntpd 从自己启动时的目录找相对路径，作为服务运行时就是“/”：这里指的是“%1”。</translation>
    </message>
    <message>
        <source>Files are included at most %1 levels deep: the daemon logs it and skips this file. Files that wait in the same folder count.</source>
        <translation>文件最多嵌套包含 %1 层：守护进程记一条日志，然后跳过这个文件。同一目录里排队的文件也算在内。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is being read already: the daemon reads it over and over until it is too deep.</source>
        <translation>“%1”正在被读取：守护进程会一遍遍重读它，直到嵌套过深。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder: ntpd reads nothing of it; ntpsec would read every *.conf in it.</source>
        <translation>“%1”是目录：ntpd 什么也读不到；ntpsec 会读其中每个 *.conf。</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; holds no *.conf: nothing is read.</source>
        <translation>目录“%1”中没有 *.conf：什么也不会读。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read here: what stands in it is not known to these findings.</source>
        <translation>在这里读不了“%1”：这些问题没有考虑其中的内容。</translation>
    </message>
    <message>
        <source>More than %1 files are included: from here on they are not followed.</source>
        <translation>包含的文件超过 %1 个：从这里起不再跟进。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Nothing in its packets tells which program it is.</source>
        <translation>它的报文中没有任何信息表明是哪个程序。</translation>
    </message>
    <message>
        <source>ntpq or a monitor</source>
        <translation>ntpq 或监控工具</translation>
    </message>
    <message>
        <source>Mode 6: it does not ask for time but for the daemon&apos;s state.</source>
        <translation>模式 6：它不询问时间，而是询问守护进程的状态。</translation>
    </message>
    <message>
        <source>ntpdc</source>
        <translation>ntpdc</translation>
    </message>
    <message>
        <source>Mode 7, which nothing but the old ntpdc sends.</source>
        <translation>模式 7，只有老的 ntpdc 才会发送。</translation>
    </message>
    <message>
        <source>one of our servers</source>
        <translation>我们的某台服务器</translation>
    </message>
    <message>
        <source>Mode 4: these are answers of a server that this daemon asks.</source>
        <translation>模式 4：这是本守护进程所询问的服务器的应答。</translation>
    </message>
    <message>
        <source>ntpd, as a peer</source>
        <translation>ntpd，作为对等体</translation>
    </message>
    <message>
        <source>Symmetric mode in version 4: a &quot;peer&quot; line of ntpd or ntpsec.</source>
        <translation>版本 4 的对称模式：来自 ntpd 或 ntpsec 的 peer 行。</translation>
    </message>
    <message>
        <source>Windows (w32time)</source>
        <translation>Windows（w32time）</translation>
    </message>
    <message>
        <source>Symmetric mode in version 3: Windows asks so unless 0x8 stands behind the server&apos;s name.</source>
        <translation>版本 3 的对称模式：除非服务器名后带有 0x8，Windows 就这样询问。</translation>
    </message>
    <message>
        <source>ntpd or ntpsec</source>
        <translation>ntpd 或 ntpsec</translation>
    </message>
    <message>
        <source>Version 4 from port 123: hardly any other client asks from there.</source>
        <translation>版本 4 且源端口为 123：几乎没有其他客户端从该端口询问。</translation>
    </message>
    <message>
        <source>Windows or a network device</source>
        <translation>Windows 或网络设备</translation>
    </message>
    <message>
        <source>Version 3 from port 123.</source>
        <translation>版本 3 且源端口为 123。</translation>
    </message>
    <message>
        <source>chrony, timesyncd or SNTP</source>
        <translation>chrony、timesyncd 或 SNTP</translation>
    </message>
    <message>
        <source>Version 4 from a random port: chrony, systemd-timesyncd and many others look the same from here.</source>
        <translation>版本 4 且源端口随机：chrony、systemd-timesyncd 和许多其他程序从这里看没有区别。</translation>
    </message>
    <message>
        <source>asked once, by hand</source>
        <translation>手动询问过一次</translation>
    </message>
    <message>
        <source>Few packets close together, then none: ntpdate, sntp or chronyd -q.</source>
        <translation>短时间内几个报文，之后再无：ntpdate、sntp 或 chronyd -q。</translation>
    </message>
    <message>
        <source>Android or a small device</source>
        <translation>Android 或小型设备</translation>
    </message>
    <message>
        <source>Version 3 from a random port.</source>
        <translation>版本 3 且源端口随机。</translation>
    </message>
    <message>
        <source>an old device</source>
        <translation>老旧设备</translation>
    </message>
    <message>
        <source>Version 1 or 2 of the protocol.</source>
        <translation>协议版本 1 或 2。</translation>
    </message>
    <message>
        <source>a broadcast server</source>
        <translation>广播服务器</translation>
    </message>
    <message>
        <source>Mode 5: it sends time to everybody on the network.</source>
        <translation>模式 5：它向网络上的所有主机发送时间。</translation>
    </message>
    <message>
        <source>no guess</source>
        <translation>无法猜测</translation>
    </message>
    <message>
        <source>a mere guess</source>
        <translation>仅为猜测</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>quite certain</source>
        <translation>相当确定</translation>
    </message>
    <message>
        <source>asks</source>
        <translation>正在请求</translation>
    </message>
    <message>
        <source>stopped asking</source>
        <translation>已停止请求</translation>
    </message>
    <message>
        <source>never asked</source>
        <translation>从未请求</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>不在清单中</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>A source&apos;s packets carry no key.</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>symmetric active</source>
        <translation>对称主动</translation>
    </message>
    <message>
        <source>symmetric passive</source>
        <translation>对称被动</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>broadcast</source>
        <translation>广播</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>ntpdc query</source>
        <translation>ntpdc 查询</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>limited, and told so</source>
        <translation>已限速并告知</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>已限速</translation>
    </message>
    <message>
        <source>It answers queries: %1.</source>
        <translation>它回答查询：%1。</translation>
    </message>
    <message>
        <source>Use the address, or mend the name service; /etc/hosts works without one.</source>
        <translation>请使用地址，或修复域名服务；/etc/hosts 不需要域名服务。</translation>
    </message>
    <message>
        <source>%1 is up, but nothing listens on UDP port %2.</source>
        <translation>%1 在线，但没有程序监听 UDP 端口 %2。</translation>
    </message>
    <message>
        <source>The daemon does not run. Look why, and start it.</source>
        <translation>守护进程没有运行。请查明原因并启动它。</translation>
    </message>
    <message>
        <source>%1 answers neither queries nor requests for time.</source>
        <translation>%1 既不回答查询，也不回答时间请求。</translation>
    </message>
    <message>
        <source>Look whether the host is up, whether the daemon runs, and whether a firewall drops UDP port 123.</source>
        <translation>请检查该主机是否在线、守护进程是否运行、防火墙是否丢弃 UDP 123 端口。</translation>
    </message>
    <message>
        <source>%1 gives time, but answers no queries: &quot;noquery&quot; forbids them from here.</source>
        <translation>%1 授时，但不回答查询：noquery 禁止从本机查询。</translation>
    </message>
    <message>
        <source>It gives time to this machine: offset %1, delay %2.</source>
        <translation>它向本机授时：偏移 %1，往返延迟 %2。</translation>
    </message>
    <message>
        <source>%1 gives no time to this machine.</source>
        <translation>%1 不向本机授时。</translation>
    </message>
    <message>
        <source>Look for &quot;noserve&quot; or &quot;ignore&quot; in its &quot;restrict&quot; lines, and at the firewall.</source>
        <translation>请检查它的 restrict 行中是否有 noserve 或 ignore，并检查防火墙。</translation>
    </message>
    <message>
        <source>It refuses this machine with the kiss-o&apos;-death %1.</source>
        <translation>它以 KoD 告知包 %1 拒绝本机。</translation>
    </message>
    <message>
        <source>Ask less often, or leave &quot;limited&quot; and &quot;kod&quot; out of the line for this machine.</source>
        <translation>请降低询问频率，或在针对本机的行中去掉 limited 和 kod。</translation>
    </message>
    <message>
        <source>UDP port %2 is held by %1.</source>
        <translation>UDP 端口 %2 由 %1 占用。</translation>
    </message>
    <message>
        <source>UDP port %1 is in use; which program holds it can only be seen as root.</source>
        <translation>UDP 端口 %1 正被使用；由哪个程序占用只有 root 才能看到。</translation>
    </message>
    <message>
        <source>Nobody holds UDP port %1: no time service runs on this machine.</source>
        <translation>没有程序占用 UDP 端口 %1：本机没有运行时间服务。</translation>
    </message>
    <message>
        <source>Start the daemon.</source>
        <translation>启动守护进程。</translation>
    </message>
    <message>
        <source>Upstream sources: %1.</source>
        <translation>上游时间源：%1 个。</translation>
    </message>
    <message>
        <source>No time source is configured.</source>
        <translation>没有配置时间源。</translation>
    </message>
    <message>
        <source>Add a server, or switch to the machine&apos;s own clock.</source>
        <translation>添加服务器，或切换到本机时钟。</translation>
    </message>
    <message>
        <source>No upstream is configured, only the machine&apos;s own clock.</source>
        <translation>没有配置上游，只有本机时钟。</translation>
    </message>
    <message>
        <source>That is right for an isolated master. To follow true time, add a server.</source>
        <translation>对隔离的主时间服务器来说这是对的。若要跟随真实时间，请添加服务器。</translation>
    </message>
    <message>
        <source>All sources have an address.</source>
        <translation>所有时间源都有地址。</translation>
    </message>
    <message>
        <source>These names cannot be resolved: %1.</source>
        <translation>以下名称无法解析：%1。</translation>
    </message>
    <message>
        <source>Look whether the name service is reachable, or write addresses instead of names.</source>
        <translation>请检查域名服务是否可达，或用地址代替名称。</translation>
    </message>
    <message>
        <source>These names are still being looked up: %1.</source>
        <translation>以下名称仍在解析：%1。</translation>
    </message>
    <message>
        <source>If it lasts, the name service is not reachable: write addresses instead of names.</source>
        <translation>若持续如此，说明域名服务不可达：请用地址代替名称。</translation>
    </message>
    <message>
        <source>%1 of %2 sources answer.</source>
        <translation>%2 个时间源中有 %1 个应答。</translation>
    </message>
    <message>
        <source>No source answers, neither to the daemon nor to this program (%1; asked: %2).</source>
        <translation>没有时间源应答，无论是对守护进程还是对本程序（%1；已询问：%2 个）。</translation>
    </message>
    <message>
        <source>The network is down, or a firewall between here and there drops UDP port 123: ask for outgoing UDP 123 and its answers to be let through.</source>
        <translation>网络中断，或途中的防火墙丢弃 UDP 123 端口：请放行出站的 UDP 123 及其应答。</translation>
    </message>
    <message>
        <source>The daemon hears nothing from %1, but this program gets answers from there.</source>
        <translation>守护进程收不到 %1 的应答，而本程序能收到。</translation>
    </message>
    <message>
        <source>These hosts are up, but no time service listens there: %1.</source>
        <translation>以下主机在线，但没有时间服务在监听：%1。</translation>
    </message>
    <message>
        <source>Start the service there, or name another server.</source>
        <translation>请在那里启动服务，或改用其他服务器。</translation>
    </message>
    <message>
        <source>There is no way to %1: no route, or a firewall says no.</source>
        <translation>没有通往 %1 的路：没有路由，或防火墙拒绝。</translation>
    </message>
    <message>
        <source>Look at the route, the cable and the firewall&apos;s reject rules.</source>
        <translation>请检查路由、网线和防火墙的拒绝规则。</translation>
    </message>
    <message>
        <source>Silent sources: %1 (%2 of %3).</source>
        <translation>沉默的时间源：%1（%3 个中的 %2 个）。</translation>
    </message>
    <message>
        <source>The others answer, so the network is up: look at these hosts.</source>
        <translation>其他时间源有应答，说明网络正常：请检查这些主机。</translation>
    </message>
    <message>
        <source>No source sends us away.</source>
        <translation>没有时间源拒绝我们。</translation>
    </message>
    <message>
        <source>%1 told the daemon to slow down or to go away (kiss-o&apos;-death %2).</source>
        <translation>%1 要求守护进程放慢或离开（KoD 告知包 %2）。</translation>
    </message>
    <message>
        <source>Take &quot;burst&quot; and small &quot;minpoll&quot; values out of its line; with DENY or RSTR ask its administrator.</source>
        <translation>请从该行去掉 burst 和过小的 minpoll；若为 DENY 或 RSTR，请联系其管理员。</translation>
    </message>
    <message>
        <source>The daemon&apos;s own access rules drop the answers of %1.</source>
        <translation>守护进程自己的访问规则丢弃了 %1 的应答。</translation>
    </message>
    <message>
        <source>No source is signed by a key; nothing can fail there.</source>
        <translation>没有使用密钥签名的时间源，此处不会出错。</translation>
    </message>
    <message>
        <source>Sources whose signature is good: %1.</source>
        <translation>签名正确的时间源：%1 个。</translation>
    </message>
    <message>
        <source>The answers of %1 are not signed with the right key.</source>
        <translation>%1 的应答没有用正确的密钥签名。</translation>
    </message>
    <message>
        <source>Number, kind and secret must be the same in both keys files, and the number must stand in &quot;trustedkey&quot; on both sides.</source>
        <translation>两边密钥文件中的编号、类型和密钥内容必须一致，且两边的 trustedkey 都要包含该编号。</translation>
    </message>
    <message>
        <source>The sources that answer are synchronised.</source>
        <translation>应答的时间源都已同步。</translation>
    </message>
    <message>
        <source>These sources answer, but are not synchronised themselves: %1.</source>
        <translation>以下时间源有应答，但自身未同步：%1。</translation>
    </message>
    <message>
        <source>Look there: this machine cannot mend it. A fresh start of a server takes a few minutes.</source>
        <translation>请到那台机器上检查，本机无法修复。服务器刚启动时需要几分钟。</translation>
    </message>
    <message>
        <source>The root distance of the best source is %1, below the limit of %2.</source>
        <translation>最佳时间源的根距离为 %1，低于上限 %2。</translation>
    </message>
    <message>
        <source>The best source, %1, has a root distance of %2; the limit is %3.</source>
        <translation>最佳时间源 %1 的根距离为 %2，上限为 %3。</translation>
    </message>
    <message>
        <source>It runs on its own clock for long, or the way is very slow. &quot;tos maxdist&quot; raises the limit.</source>
        <translation>它长时间以自身时钟运行，或链路非常慢。可用 tos maxdist 提高上限。</translation>
    </message>
    <message>
        <source>%1 of %2 sources agree and are used.</source>
        <translation>%2 个时间源中有 %1 个一致并被采用。</translation>
    </message>
    <message>
        <source>The sources contradict each other, and none is believed: %1.</source>
        <translation>各时间源互相矛盾，没有一个可信：%1。</translation>
    </message>
    <message>
        <source>Ask each of them, and take out the one that is wrong. With two sources nobody can tell: use four.</source>
        <translation>请逐一询问，去掉错误的那个。只有两个时间源时无法判断，请使用四个。</translation>
    </message>
    <message>
        <source>These sources contradict the majority and are left out: %1.</source>
        <translation>以下时间源与多数不一致，已被排除：%1。</translation>
    </message>
    <message>
        <source>Take them out, or look at them: their time is wrong.</source>
        <translation>请去掉它们，或检查它们：它们的时间是错的。</translation>
    </message>
    <message>
        <source>Good sources: %1; &quot;tos minsane&quot; demands %2.</source>
        <translation>良好的时间源：%1 个；tos minsane 要求 %2 个。</translation>
    </message>
    <message>
        <source>Add sources, or lower &quot;tos minsane&quot;.</source>
        <translation>请添加时间源，或调低 tos minsane。</translation>
    </message>
    <message>
        <source>%1 is followed; its offset is %2.</source>
        <translation>正在跟随 %1，其偏移为 %2。</translation>
    </message>
    <message>
        <source>The machine&apos;s own clock is followed, at stratum %1: clients agree, but nobody checks this time.</source>
        <translation>正在跟随本机时钟，层级 %1：客户端彼此一致，但没有人核对这个时间。</translation>
    </message>
    <message>
        <source>No source is chosen yet, %1 after the start.</source>
        <translation>启动 %1 后仍未选定时间源。</translation>
    </message>
    <message>
        <source>Wait: choosing takes up to five minutes; &quot;iburst&quot; makes it seconds.</source>
        <translation>请等待：选择最多需要五分钟；使用 iburst 只需几秒。</translation>
    </message>
    <message>
        <source>No source is followed.</source>
        <translation>没有跟随任何时间源。</translation>
    </message>
    <message>
        <source>The clock is steered; it is off by %1.</source>
        <translation>时钟正在被校准，偏差 %1。</translation>
    </message>
    <message>
        <source>The clock is off by %1 and is being brought back.</source>
        <translation>时钟偏差 %1，正在逐步调回。</translation>
    </message>
    <message>
        <source>Wait, or let the daemon step it: &quot;tinker step&quot; must not forbid it.</source>
        <translation>请等待，或让守护进程跳变校正：tinker step 不得禁止它。</translation>
    </message>
    <message>
        <source>The clock is off by %1, and the daemon refuses to correct that much.</source>
        <translation>时钟偏差 %1，守护进程拒绝作这么大的校正。</translation>
    </message>
    <message>
        <source>Set the clock once: stop the daemon and run the command, then start it again.</source>
        <translation>请手动设置一次时钟：停止守护进程，运行此命令，再启动它。</translation>
    </message>
    <message>
        <source>Packets received from clients and servers: %1.</source>
        <translation>收到客户端和服务器的报文：%1 个。</translation>
    </message>
    <message>
        <source>Refused by the access rules: %1 of %2 packets.</source>
        <translation>被访问规则拒绝：%2 个报文中的 %1 个。</translation>
    </message>
    <message>
        <source>Look whether a network of yours is missing in the &quot;restrict&quot; lines.</source>
        <translation>请检查 restrict 行是否漏掉了您的某个网络。</translation>
    </message>
    <message>
        <source>Answered more slowly than asked, by &quot;limited&quot;: %1 of %2 packets.</source>
        <translation>因 limited 而少于请求地应答：%2 个报文中的 %1 个。</translation>
    </message>
    <message>
        <source>Look which clients ask too often.</source>
        <translation>请查看哪些客户端请求过于频繁。</translation>
    </message>
    <message>
        <source>Does the daemon answer?</source>
        <translation>守护进程有应答吗？</translation>
    </message>
    <message>
        <source>Does it give time?</source>
        <translation>它授时吗？</translation>
    </message>
    <message>
        <source>Who holds the port?</source>
        <translation>谁占用端口？</translation>
    </message>
    <message>
        <source>Are there sources?</source>
        <translation>有时间源吗？</translation>
    </message>
    <message>
        <source>Are their names resolved?</source>
        <translation>它们的名称解析了吗？</translation>
    </message>
    <message>
        <source>Do they answer?</source>
        <translation>它们有应答吗？</translation>
    </message>
    <message>
        <source>Are we welcome there?</source>
        <translation>它们接受我们吗？</translation>
    </message>
    <message>
        <source>Are the signatures right?</source>
        <translation>签名正确吗？</translation>
    </message>
    <message>
        <source>Are they synchronised?</source>
        <translation>它们已同步吗？</translation>
    </message>
    <message>
        <source>Are they near enough?</source>
        <translation>它们足够近吗？</translation>
    </message>
    <message>
        <source>Do they agree?</source>
        <translation>它们一致吗？</translation>
    </message>
    <message>
        <source>Is one followed?</source>
        <translation>跟随了某个时间源吗？</translation>
    </message>
    <message>
        <source>Is the clock steered?</source>
        <translation>时钟在被校准吗？</translation>
    </message>
    <message>
        <source>Are clients served?</source>
        <translation>客户端得到服务了吗？</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>It works; worth a look: %1</source>
        <translation>工作正常；值得一看：%1</translation>
    </message>
    <message>
        <source>The cause: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>gives time</source>
        <translation>正常授时</translation>
    </message>
    <message>
        <source>It gives time that a client can follow.</source>
        <translation>它提供的时间客户端可以跟随。</translation>
    </message>
    <message>
        <source>name unknown</source>
        <translation>名称未知</translation>
    </message>
    <message>
        <source>Its name cannot be resolved: %6.</source>
        <translation>它的名称无法解析：%6。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>%1 was asked %2 times and did not answer: it is down, a firewall drops UDP port 123 on the way, or &quot;restrict … noserve&quot; or &quot;ignore&quot; keeps it silent towards this machine.</source>
        <translation>%1 被询问 %2 次均未应答：它已停机，或途中防火墙丢弃 UDP 123 端口，或“restrict … noserve”或 ignore 使其对本机沉默。</translation>
    </message>
    <message>
        <source>port closed</source>
        <translation>端口关闭</translation>
    </message>
    <message>
        <source>%1 is up, but nothing listens on that UDP port: its time service does not run.</source>
        <translation>%1 在线，但没有程序监听该 UDP 端口：它的时间服务没有运行。</translation>
    </message>
    <message>
        <source>no way there</source>
        <translation>无法到达</translation>
    </message>
    <message>
        <source>There is no way to %1: no route leads there, or a firewall on the way says no.</source>
        <translation>没有通往 %1 的路：没有路由通向那里，或途中防火墙拒绝。</translation>
    </message>
    <message>
        <source>wrong origin</source>
        <translation>来源不符</translation>
    </message>
    <message>
        <source>Answers came that belong to no question of ours: somebody forges them, or %1 is broken.</source>
        <translation>收到的应答不属于我们的任何询问：有人在伪造，或 %1 有故障。</translation>
    </message>
    <message>
        <source>no NTP answer</source>
        <translation>非 NTP 应答</translation>
    </message>
    <message>
        <source>%1 answered, but not as a time server does.</source>
        <translation>%1 有应答，但不像时间服务器。</translation>
    </message>
    <message>
        <source>kiss-o&apos;-death</source>
        <translation>KoD 告知包</translation>
    </message>
    <message>
        <source>It sent the kiss-o&apos;-death %3 instead of the time: RATE means that it is asked too often, DENY and RSTR that it does not serve this machine.</source>
        <translation>它没有给出时间，而是发来 KoD 告知包 %3：RATE 表示询问过于频繁，DENY 和 RSTR 表示它不为本机服务。</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签名</translation>
    </message>
    <message>
        <source>Its answer is not signed although the question was: it knows no keys, or not this one.</source>
        <translation>询问已签名，应答却没有签名：它没有密钥，或没有这个密钥。</translation>
    </message>
    <message>
        <source>key unknown</source>
        <translation>密钥未知</translation>
    </message>
    <message>
        <source>It rejects the key: it does not know its number, does not trust it, or has another secret under it.</source>
        <translation>它拒绝该密钥：不认识其编号、不信任它，或该编号下的密钥内容不同。</translation>
    </message>
    <message>
        <source>wrong signature</source>
        <translation>签名错误</translation>
    </message>
    <message>
        <source>Its answer is signed with another key or another secret, or was changed on the way.</source>
        <translation>它的应答用了其他密钥或其他密钥内容签名，或在途中被改动。</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>没有时间</translation>
    </message>
    <message>
        <source>It answered, but its packet carries no time.</source>
        <translation>它有应答，但报文中没有时间。</translation>
    </message>
    <message>
        <source>not synchronised</source>
        <translation>未同步</translation>
    </message>
    <message>
        <source>It answers, but says itself that it is not synchronised (leap indicator 3): clients refuse it.</source>
        <translation>它有应答，但自称未同步（闰秒标志 3）：客户端会拒绝它。</translation>
    </message>
    <message>
        <source>stratum too high</source>
        <translation>层级过高</translation>
    </message>
    <message>
        <source>It answers with stratum %4, which means &quot;not synchronised&quot;: clients refuse it.</source>
        <translation>它以层级 %4 应答，意即“未同步”：客户端会拒绝它。</translation>
    </message>
    <message>
        <source>too far away</source>
        <translation>距离过大</translation>
    </message>
    <message>
        <source>Its root distance of %5 is beyond the limit of ntpd: its time may be wrong by as much, and clients refuse it.</source>
        <translation>它的根距离 %5 超过 ntpd 的上限：它的时间可能有同样大的误差，客户端会拒绝它。</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>It is being asked.</source>
        <translation>正在询问它。</translation>
    </message>
    <message>
        <source>follows %1</source>
        <translation>跟随 %1</translation>
    </message>
    <message>
        <source>has a reference clock: this is the root</source>
        <translation>有参考时钟：这就是源头</translation>
    </message>
    <message>
        <source>runs on its own clock: nobody checks this time</source>
        <translation>以自身时钟运行：没有人核对这个时间</translation>
    </message>
    <message>
        <source>is in orphan mode: the servers agree among themselves, without an upstream</source>
        <translation>处于孤岛模式：各服务器在没有上游的情况下彼此一致</translation>
    </message>
    <message>
        <source>follows nobody: it is not synchronised</source>
        <translation>不跟随任何服务器：未同步</translation>
    </message>
    <message>
        <source>follows %1, which was passed already: the chain is a loop</source>
        <translation>跟随 %1，而该主机已经过：这条链是一个环</translation>
    </message>
    <message>
        <source>the chain is longer than any stratum allows: given up here</source>
        <translation>链比任何层级所允许的都长：到此放弃</translation>
    </message>
    <message>
        <source>is silent: it forbids queries and gives no time to this machine, or a firewall is between</source>
        <translation>沉默：它禁止查询，也不向本机授时，或中间有防火墙</translation>
    </message>
    <message>
        <source>nothing listens on its UDP port: no time service runs there</source>
        <translation>没有程序监听它的 UDP 端口：那里没有运行时间服务</translation>
    </message>
    <message>
        <source>forbids queries, and its reference id does not tell whom it follows</source>
        <translation>禁止查询，其参考标识也看不出它跟随谁</translation>
    </message>
    <message>
        <source>no leap second</source>
        <translation>没有闰秒</translation>
    </message>
    <message>
        <source>leap second to insert</source>
        <translation>将插入闰秒</translation>
    </message>
    <message>
        <source>leap second to delete</source>
        <translation>将删除闰秒</translation>
    </message>
    <message>
        <source>%1; this address is the reference id of the host before, and may be the hash of a name or of an IPv6 address instead</source>
        <translation>%1；此地址是前一台主机的参考标识，也可能是名称或 IPv6 地址的散列值</translation>
    </message>
    <message>
        <source>Allow queries from this machine with a &quot;restrict&quot; line of its own without &quot;noquery&quot; and &quot;limited&quot;.</source>
        <translation>请为本机单独写一行不带 noquery 和 limited 的 restrict，以允许查询。</translation>
    </message>
    <message>
        <source>The &quot;#&quot; glued to &quot;%1&quot; begins a comment, so the words behind it do not count. Put the comment at the end of the line.</source>
        <translation>紧贴在“%1”后面的“#”开始了注释，它后面的词都不起作用。请把注释放到行尾。</translation>
    </message>
    <message>
        <source>&quot;//&quot; begins no comment: glued to &quot;%1&quot;, it makes one unknown word of both. Put a blank and &quot;#&quot; between them.</source>
        <translation>“//”不是注释符号：它紧贴在“%1”后面，两者合成一个不认识的词。请在中间加上空格和“#”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is said anew in line %2, and only the last one counts: this line has no effect.</source>
        <translation>第 %2 行又写了一次“%1”，只有最后一次算数：这一行不起作用。</translation>
    </message>
    <message>
        <source>Line %2 disables &quot;%1&quot;, and what is disabled stays so, wherever the line that enables it stands.</source>
        <translation>第 %2 行禁用了“%1”：无论启用它的行写在哪里，被禁用的始终是禁用的。</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4, but the first must be the lower one: the daemon takes both and then chooses among its sources wrongly.</source>
        <translation>%1 是 %2，%3 是 %4，但前者必须更小：时间服务照样接受，之后选源就会出错。</translation>
    </message>
    <message>
        <source>With &quot;panic 0&quot; the clock follows an upstream server that is wrong by any amount, and a master&apos;s clients follow the clock.</source>
        <translation>写了“panic 0”，上游服务器错多少，本机时钟就跟多少，主时间服务器的客户端也跟着错。</translation>
    </message>
    <message>
        <source>With &quot;step %1&quot; the clock is never stepped: to correct one second takes more than half an hour, and the kernel&apos;s discipline is off.</source>
        <translation>写了“step %1”，时钟永不跳变：纠正一秒要半个多小时，而且内核校时被关闭。</translation>
    </message>
    <message>
        <source>A step threshold of %1 s, above 0.5 s, switches the kernel&apos;s discipline off, and smaller offsets are corrected slowly: one second takes more than half an hour.</source>
        <translation>跳变阈值 %1 秒超过了 0.5 秒：内核校时被关闭，较小的偏移只能慢慢纠正，一秒要半个多小时。</translation>
    </message>
    <message>
        <source>The names of the files are put right behind &quot;%1&quot;: without a &quot;/&quot; at its end they do not lie in that directory.</source>
        <translation>文件名直接接在“%1”后面：末尾没有“/”，文件就不在那个目录里。</translation>
    </message>
    <message>
        <source>The leap seconds in &quot;%1&quot; have expired: the daemon says so in its log and announces none.</source>
        <translation>“%1”里的闰秒信息已经过期：时间服务会记入日志，并且不再预告闰秒。</translation>
    </message>
    <message>
        <source>The packet came twice.</source>
        <translation>该报文收到了两次。</translation>
    </message>
    <message>
        <source>The packet does not belong to our last question: late, or forged.</source>
        <translation>该报文不属于我们最近一次询问：迟到，或是伪造的。</translation>
    </message>
    <message>
        <source>The packet lacks a time stamp: the source has no time itself.</source>
        <translation>该报文缺少时间戳：时间源自己也没有时间。</translation>
    </message>
    <message>
        <source>Our own access rules forbid the packet.</source>
        <translation>我们自己的访问限制禁止该报文。</translation>
    </message>
    <message>
        <source>The packet is not signed with the key that is asked for.</source>
        <translation>该报文没有用所要求的密钥签名。</translation>
    </message>
    <message>
        <source>The source says that it is not synchronised, or its stratum is invalid.</source>
        <translation>时间源声明自己未同步，或其层级无效。</translation>
    </message>
    <message>
        <source>The header of the packet contradicts itself.</source>
        <translation>报文头自相矛盾。</translation>
    </message>
    <message>
        <source>The packet&apos;s public key or certificate is not valid (Autokey).</source>
        <translation>报文的公钥或证书无效（Autokey）。</translation>
    </message>
    <message>
        <source>The packet&apos;s sequence of keys is broken (Autokey).</source>
        <translation>报文的密钥序列中断（Autokey）。</translation>
    </message>
    <message>
        <source>The stratum of the source is too high to follow it.</source>
        <translation>时间源的层级太高，不能跟随。</translation>
    </message>
    <message>
        <source>The root distance of the source is too large to follow it.</source>
        <translation>时间源的根距离太大，不能跟随。</translation>
    </message>
    <message>
        <source>The source takes its time from us: following it would be a loop.</source>
        <translation>该时间源从我们这里取时：跟随它会形成环路。</translation>
    </message>
    <message>
        <source>The source cannot be reached, or must not be selected.</source>
        <translation>时间源不可达，或不允许被选用。</translation>
    </message>
    <message>
        <source>It has not answered yet, or has just started and has no time itself.</source>
        <translation>它还没有回答，或刚启动、自己还没有时间。</translation>
    </message>
    <message>
        <source>Its clock was just set; it answers again in a moment.</source>
        <translation>它的时钟刚被设置；稍后会再次回答。</translation>
    </message>
    <message>
        <source>It says that we ask too often.</source>
        <translation>它说我们询问得太频繁。</translation>
    </message>
    <message>
        <source>It refuses to serve us.</source>
        <translation>它拒绝为我们授时。</translation>
    </message>
    <message>
        <source>Its access rules forbid us.</source>
        <translation>它的访问限制禁止我们。</translation>
    </message>
    <message>
        <source>It belongs to a unicast server that was asked by anycast.</source>
        <translation>它属于以任播方式询问的单播服务器。</translation>
    </message>
    <message>
        <source>It could not authenticate us.</source>
        <translation>它无法认证我们。</translation>
    </message>
    <message>
        <source>Its cryptographic check failed.</source>
        <translation>它的加密检查失败。</translation>
    </message>
    <message>
        <source>It does not know the key that we use.</source>
        <translation>它不认识我们使用的密钥。</translation>
    </message>
    <message>
        <source>The way to it changed; the source starts anew.</source>
        <translation>到它的路径改变了；该时间源重新开始。</translation>
    </message>
    <message>
        <source>It lost its own peer.</source>
        <translation>它失去了自己的对等源。</translation>
    </message>
    <message>
        <source>It belongs to a multicast server.</source>
        <translation>它属于组播服务器。</translation>
    </message>
    <message>
        <source>It does not accept our NTS cookie.</source>
        <translation>它不接受我们的 NTS cookie。</translation>
    </message>
    <message>
        <source>This row stands for the pool; its servers have rows of their own.</source>
        <translation>此行代表服务器池；池中的服务器各有自己的行。</translation>
    </message>
    <message>
        <source>It has a GPS receiver.</source>
        <translation>它有 GPS 接收机。</translation>
    </message>
    <message>
        <source>It has a receiver of navigation satellites.</source>
        <translation>它有卫星导航接收机。</translation>
    </message>
    <message>
        <source>It has a Galileo receiver.</source>
        <translation>它有伽利略接收机。</translation>
    </message>
    <message>
        <source>It has a BeiDou receiver.</source>
        <translation>它有北斗接收机。</translation>
    </message>
    <message>
        <source>It has a GLONASS receiver.</source>
        <translation>它有格洛纳斯接收机。</translation>
    </message>
    <message>
        <source>It follows a pulse per second.</source>
        <translation>它跟随秒脉冲。</translation>
    </message>
    <message>
        <source>It follows an atomic clock or a pulse per second.</source>
        <translation>它跟随原子钟或秒脉冲。</translation>
    </message>
    <message>
        <source>It takes its time by PTP.</source>
        <translation>它通过 PTP 取时。</translation>
    </message>
    <message>
        <source>It has a DCF77 radio receiver.</source>
        <translation>它有 DCF77 无线电接收机。</translation>
    </message>
    <message>
        <source>It has an MSF radio receiver.</source>
        <translation>它有 MSF 无线电接收机。</translation>
    </message>
    <message>
        <source>It has a WWVB radio receiver.</source>
        <translation>它有 WWVB 无线电接收机。</translation>
    </message>
    <message>
        <source>It has a BPC radio receiver.</source>
        <translation>它有 BPC（商丘）无线电接收机。</translation>
    </message>
    <message>
        <source>It has a JJY radio receiver.</source>
        <translation>它有 JJY 无线电接收机。</translation>
    </message>
    <message>
        <source>It takes its time by IRIG.</source>
        <translation>它通过 IRIG 码取时。</translation>
    </message>
    <message>
        <source>It runs on its own undisciplined clock: nobody checks its time.</source>
        <translation>它靠自己未校准的时钟运行：没有人核对它的时间。</translation>
    </message>
    <message>
        <source>It takes its time from another program through shared memory, often gpsd.</source>
        <translation>它通过共享内存从另一个程序取时，常见的是 gpsd。</translation>
    </message>
    <message>
        <source>This machine&apos;s own clock, through the local clock driver.</source>
        <translation>本机自己的时钟，通过本机时钟驱动。</translation>
    </message>
    <message>
        <source>It has not said what it follows.</source>
        <translation>它没有说明自己跟随什么。</translation>
    </message>
    <message>
        <source>A code of the source itself.</source>
        <translation>时间源自己的代码。</translation>
    </message>
    <message>
        <source>The source has a reference clock of its own, which it calls %1.</source>
        <translation>该时间源有自己的参考时钟，称为 %1。</translation>
    </message>
    <message>
        <source>The source follows a clock driver of its own: %1.</source>
        <translation>该时间源跟随自己的时钟驱动：%1。</translation>
    </message>
    <message>
        <source>The source follows its own machine: it runs in orphan mode or asks itself.</source>
        <translation>该时间源跟随它自己的机器：处于孤岛模式，或在询问自己。</translation>
    </message>
    <message>
        <source>The source follows %1.</source>
        <translation>该时间源跟随 %1。</translation>
    </message>
    <message>
        <source>The source follows another server. %1 is either its IPv4 address or the hash of its IPv6 address.</source>
        <translation>该时间源跟随另一台服务器。%1 是其 IPv4 地址，或其 IPv6 地址的哈希值。</translation>
    </message>
    <message>
        <source>bad</source>
        <extracomment>A source&apos;s packets are signed with the right key, or not.</extracomment>
        <translation>错误</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>How many questions this source was sent.</source>
        <translation>向该时间源发送了多少次询问。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>How many of its packets were accepted as answers.</source>
        <translation>它的报文中有多少被接受为回答。</translation>
    </message>
    <message>
        <source>Bogus</source>
        <translation>无效报文</translation>
    </message>
    <message>
        <source>How many of its packets did not belong to a question of ours: late, doubled or forged.</source>
        <translation>它的报文中有多少不属于我们的询问：迟到、重复或伪造。</translation>
    </message>
    <message>
        <source>Badly signed</source>
        <translation>签名错误</translation>
    </message>
    <message>
        <source>How many of its packets lacked the signature that its key asks for.</source>
        <translation>它的报文中有多少缺少其密钥所要求的签名。</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>What the configuration says about this source beyond its name.</source>
        <translation>除名称外，配置中关于该时间源的内容。</translation>
    </message>
    <message>
        <source>Kiss-o&apos;-death</source>
        <translation>KoD 告知包</translation>
    </message>
    <message>
        <source>The last code by which it told us to slow down or to go away.</source>
        <translation>它最近一次要求我们放慢或离开时的代码。</translation>
    </message>
    <message>
        <source>Dispersion, ms</source>
        <translation>离散度 (ms)</translation>
    </message>
    <message>
        <source>Root distance, ms</source>
        <translation>根距离 (ms)</translation>
    </message>
    <message>
        <source>Root delay, ms</source>
        <translation>根延迟 (ms)</translation>
    </message>
    <message>
        <source>Root dispersion, ms</source>
        <translation>根离散度 (ms)</translation>
    </message>
    <message>
        <source>Last delays, ms</source>
        <translation>最近的延迟 (ms)</translation>
    </message>
    <message>
        <source>Last offsets, ms</source>
        <translation>最近的偏移 (ms)</translation>
    </message>
    <message>
        <source>Last dispersions, ms</source>
        <translation>最近的离散度 (ms)</translation>
    </message>
    <message>
        <source>its packets do not answer our questions, or contradict themselves</source>
        <translation>其报文不是对我们询问的回答，或自相矛盾</translation>
    </message>
    <message>
        <source>it answers; some more answers are needed to judge it</source>
        <translation>它在回答；还需要更多回答才能判断</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>目前看到：%1</translation>
    </message>
    <message>
        <source>%1 was asked %2 times with a signed question and did not answer: ntpsec is silent towards a key that it does not know. Ask without the key to tell this from a firewall.</source>
        <translation>%1 被用已签名的询问询问 %2 次均未应答：ntpsec 对不认识的密钥保持沉默。请不用密钥再询问一次，以区别于防火墙。</translation>
    </message>
    <message>
        <source>A range of keys goes from the lower to the higher number: the daemon ignores (%1 ... %2).</source>
        <translation>密钥的范围要从小编号写到大编号：时间服务会忽略 (%1 ... %2)。</translation>
    </message>
    <message>
        <source>ntpsec has no symmetric peers: it reads &quot;peer&quot; as &quot;server&quot;, and the other side gets no time from here unless it asks for it.</source>
        <translation>ntpsec 没有对等关联：它把“peer”当作“server”来读，对方不自己来询问，就得不到这里的时间。</translation>
    </message>
    <message>
        <source>Somebody else set the clock by %2; the sources are asked anew.</source>
        <translation>有其他人或程序设置了时钟，改变了 %2；正在重新询问时间源。</translation>
    </message>
    <message>
        <source>The machine slept, and its clock was put forward by %2; the sources are asked anew.</source>
        <translation>本机休眠过，时钟已拨快 %2；正在重新询问时间源。</translation>
    </message>
    <message>
        <source>Another program steers the machine&apos;s clock, too: end it (systemd-timesyncd, chronyd or ntpd), or neither keeps time.</source>
        <translation>另有程序也在调整本机时钟：请停止它（systemd-timesyncd、chronyd 或 ntpd），否则两者都无法保持准确时间。</translation>
    </message>
    <message>
        <source>Those hosts work. The daemon&apos;s own &quot;restrict&quot; lines drop the answers, or a firewall on its way there bars packets from source port 123.</source>
        <translation>这些主机工作正常。可能是守护进程自己的“restrict”行丢弃了应答，或者沿途的防火墙拦截了源端口为 123 的报文。</translation>
    </message>
    <message>
        <source>%1: asked with a key, and no answer that counts. Who does not know the key answers so.</source>
        <translation>%1：用密钥询问，没有得到有效应答。不认识该密钥的服务器就是这样应答的。</translation>
    </message>
    <message>
        <source>no good answer, asked %1 times and signed: does it know key %2?</source>
        <translation>没有有效应答，已带签名询问 %1 次：它认识密钥 %2 吗？</translation>
    </message>
    <message>
        <source>It gives time, but forbids queries</source>
        <translation>它提供时间，但禁止查询</translation>
    </message>
    <message>
        <source>Queries forbidden</source>
        <translation>禁止查询</translation>
    </message>
    <message>
        <source>There is no host of this name</source>
        <translation>没有这个名称的主机</translation>
    </message>
    <message>
        <source>Unknown name</source>
        <translation>名称未知</translation>
    </message>
    <message>
        <source>No time daemon runs there</source>
        <translation>那里没有运行时间服务</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>Configured name</source>
        <translation>配置的名称</translation>
    </message>
    <message>
        <source>The name by which the configuration calls the source.</source>
        <translation>配置文件中对该源的称呼。</translation>
    </message>
    <message>
        <source>Origin time</source>
        <translation>起始时间戳</translation>
    </message>
    <message>
        <source>The time stamp in its last packet that tells which question it answers.</source>
        <translation>其最后一个报文中的时间戳，说明它回答的是哪一次提问。</translation>
    </message>
    <message>
        <source>Reach of groups</source>
        <translation>组播范围</translation>
    </message>
    <message>
        <source>How many routers questions to a group may cross; for a reference clock its &quot;mode&quot;.</source>
        <translation>发往组播组的提问可以经过多少个路由器；对参考时钟而言是它的 &quot;mode&quot;。</translation>
    </message>
    <message>
        <source>Mode of the clock</source>
        <translation>时钟模式</translation>
    </message>
    <message>
        <source>The option &quot;mode&quot; of a reference clock: its driver says what the number means.</source>
        <translation>参考时钟的 &quot;mode&quot; 选项：数字的含义由其驱动程序规定。</translation>
    </message>
    <message>
        <source>NTS cookies</source>
        <translation>NTS Cookie 数</translation>
    </message>
    <message>
        <source>How many more questions can be asked by NTS before new cookies are needed; -1: NTS is not used.</source>
        <translation>在需要新的 Cookie 之前还能用 NTS 提问多少次；-1 表示未使用 NTS。</translation>
    </message>
    <message>
        <source>Driver number</source>
        <translation>驱动编号</translation>
    </message>
    <message>
        <source>The number of the driver, as in its address 127.127.TYPE.UNIT.</source>
        <translation>驱动程序的编号，即其地址 127.127.TYPE.UNIT 中的 TYPE。</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>驱动程序</translation>
    </message>
    <message>
        <source>The name of the driver.</source>
        <translation>驱动程序的名称。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What the driver reads, in its own words.</source>
        <translation>驱动程序读取的对象，用它自己的说法。</translation>
    </message>
    <message>
        <source>Time code</source>
        <translation>时间码</translation>
    </message>
    <message>
        <source>The clock&apos;s last message, as it arrived; empty if it sends none.</source>
        <translation>时钟的最后一条消息，原样列出；若它不发送消息则为空。</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>询问次数</translation>
    </message>
    <message>
        <source>How often the driver asked the clock.</source>
        <translation>驱动程序询问该时钟的次数。</translation>
    </message>
    <message>
        <source>Without reply</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>How often the clock did not answer: is it connected, and switched on?</source>
        <translation>时钟没有应答的次数：它接好了吗？通电了吗？</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法解读</translation>
    </message>
    <message>
        <source>How many of its messages could not be read: is it the right driver, and the right speed?</source>
        <translation>它的消息中有多少条无法解读：驱动程序和传输速率对吗？</translation>
    </message>
    <message>
        <source>Senseless</source>
        <translation>数据不合理</translation>
    </message>
    <message>
        <source>How many of its messages could be read, but cannot be true.</source>
        <translation>它的消息中有多少条可以解读、但不可能属实。</translation>
    </message>
    <message>
        <source>time1, ms</source>
        <translation>time1（毫秒）</translation>
    </message>
    <message>
        <source>What &quot;fudge time1&quot; adds to the clock&apos;s time, to make up for the way of its signal.</source>
        <translation>&quot;fudge time1&quot; 给该时钟的时间加上的数值，用来补偿信号在途中的时间。</translation>
    </message>
    <message>
        <source>time2, ms</source>
        <translation>time2（毫秒）</translation>
    </message>
    <message>
        <source>The second number of &quot;fudge&quot;: its driver says what it means.</source>
        <translation>&quot;fudge&quot; 的第二个数值：含义由其驱动程序规定。</translation>
    </message>
    <message>
        <source>Stratum of the clock</source>
        <translation>时钟的层级</translation>
    </message>
    <message>
        <source>The stratum that &quot;fudge stratum&quot; or the driver gives to the clock itself.</source>
        <translation>&quot;fudge stratum&quot; 或驱动程序给时钟本身设定的层级。</translation>
    </message>
    <message>
        <source>Code of the clock</source>
        <translation>时钟代码</translation>
    </message>
    <message>
        <source>The letters that others see as its reference ID, from &quot;fudge refid&quot; or the driver; ntpd may print them as an address.</source>
        <translation>其他主机看到的参考标识字母，来自 &quot;fudge refid&quot; 或驱动程序；ntpd 可能把它打印成地址。</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>The flags of &quot;fudge&quot; as one number: flag1 counts 1, flag2 2, flag3 4, flag4 8.</source>
        <translation>&quot;fudge&quot; 的各个标志合成的一个数：flag1 计 1，flag2 计 2，flag3 计 4，flag4 计 8。</translation>
    </message>
    <message>
        <source>%1 is not read: it is no regular file. Name one that is.</source>
        <translation>%1 没有读取：它不是普通文件。请改用普通文件。</translation>
    </message>
    <message>
        <source>%1 is not written: it is no regular file and stays as it is. Name another file.</source>
        <translation>%1 没有写入：它不是普通文件，保持原样。请改用别的文件。</translation>
    </message>
    <message>
        <source>%1 is not written: something else is in it, and it stays as it is. Name another file, or remove this one.</source>
        <translation>%1 没有写入：里面是别的内容，保持原样。请改用别的文件，或删除这个文件。</translation>
    </message>
    <message>
        <source>This source is to prove its time by NTS, which our engine does not do: rather than believing it without proof, it does not use the source at all. Give it a &quot;key&quot;, or remove &quot;nts&quot;.</source>
        <translation>这个时间源要用 NTS 证明它的时间，而本引擎不支持 NTS：引擎不会在没有证明的情况下相信它，因此完全不使用这个时间源。请为它设置“key”，或删除“nts”。</translation>
    </message>
    <message>
        <source>Uncertainty of the offset</source>
        <translation>偏移的不确定度</translation>
    </message>
    <message>
        <source>How well the offset of the clock is known: one standard deviation, in milliseconds.</source>
        <translation>时钟偏移的已知程度：一个标准差，单位毫秒。</translation>
    </message>
    <message>
        <source>Uncertainty of the frequency</source>
        <translation>频率的不确定度</translation>
    </message>
    <message>
        <source>How well the frequency of the clock is known: one standard deviation, in millionths.</source>
        <translation>时钟频率的已知程度：一个标准差，单位百万分之一。</translation>
    </message>
    <message>
        <source>Expected error</source>
        <translation>预期误差</translation>
    </message>
    <message>
        <source>The error that the next update is expected to find: one standard deviation, in milliseconds.</source>
        <translation>下一次更新时预期会发现的误差：一个标准差，单位毫秒。</translation>
    </message>
    <message>
        <source>State of the key</source>
        <translation>密钥状态</translation>
    </message>
    <message>
        <source>0: the source has no key; 1: its key is ready; 2: its key is not trusted; 3: its key is not in the keys file. With 2 and 3 it is not asked.</source>
        <translation>0：该源没有密钥；1：密钥可用；2：密钥不受信任；3：密钥不在密钥文件中。为 2 和 3 时不会询问它。</translation>
    </message>
    <message>
        <source>NTS key exchanges</source>
        <translation>NTS 密钥交换</translation>
    </message>
    <message>
        <source>Key exchanges for network time security that were served.</source>
        <translation>已完成的网络时间安全（NTS）密钥交换次数。</translation>
    </message>
    <message>
        <source>Failed NTS key exchanges</source>
        <translation>失败的 NTS 密钥交换</translation>
    </message>
    <message>
        <source>Key exchanges for network time security that failed after the connection was encrypted.</source>
        <translation>连接加密之后失败的 NTS 密钥交换次数。</translation>
    </message>
    <message>
        <source>NTS connections without TLS</source>
        <translation>没有 TLS 的 NTS 连接</translation>
    </message>
    <message>
        <source>Connections for a key exchange that never became encrypted: scanners, mostly.</source>
        <translation>从未完成加密的密钥交换连接：多半是扫描器。</translation>
    </message>
    <message>
        <source>Time of NTS key exchanges</source>
        <translation>NTS 密钥交换用时</translation>
    </message>
    <message>
        <source>Seconds that the served key exchanges took, waiting included.</source>
        <translation>已完成的密钥交换所用的秒数，含等待。</translation>
    </message>
    <message>
        <source>Time of failed NTS key exchanges</source>
        <translation>失败的 NTS 密钥交换用时</translation>
    </message>
    <message>
        <source>Seconds that the failed key exchanges took, waiting included.</source>
        <translation>失败的密钥交换所用的秒数，含等待。</translation>
    </message>
    <message>
        <source>Time of NTS connections without TLS</source>
        <translation>没有 TLS 的 NTS 连接用时</translation>
    </message>
    <message>
        <source>Seconds that connections took which never became encrypted, waiting included.</source>
        <translation>从未完成加密的连接所用的秒数，含等待。</translation>
    </message>
    <message>
        <source>Work of NTS key exchanges</source>
        <translation>NTS 密钥交换的处理器时间</translation>
    </message>
    <message>
        <source>Seconds that the processor worked for the served key exchanges.</source>
        <translation>处理器为已完成的密钥交换工作的秒数。</translation>
    </message>
    <message>
        <source>Work of failed NTS key exchanges</source>
        <translation>失败的 NTS 密钥交换的处理器时间</translation>
    </message>
    <message>
        <source>Seconds that the processor worked for the failed key exchanges.</source>
        <translation>处理器为失败的密钥交换工作的秒数。</translation>
    </message>
    <message>
        <source>Work of NTS connections without TLS</source>
        <translation>没有 TLS 的 NTS 连接的处理器时间</translation>
    </message>
    <message>
        <source>Seconds that the processor worked for connections which never became encrypted.</source>
        <translation>处理器为从未完成加密的连接工作的秒数。</translation>
    </message>
    <message>
        <source>MS-SNTP requests</source>
        <translation>MS-SNTP 请求</translation>
    </message>
    <message>
        <source>Requests of Windows domain members that ask for a signature by the domain controller.</source>
        <translation>Windows 域成员要求域控制器签名的请求数。</translation>
    </message>
    <message>
        <source>MS-SNTP not permitted</source>
        <translation>不允许的 MS-SNTP</translation>
    </message>
    <message>
        <source>Requests of domain members that no &quot;restrict&quot; line with &quot;mssntp&quot; admits.</source>
        <translation>没有带 &quot;mssntp&quot; 的 &quot;restrict&quot; 行允许的域成员请求数。</translation>
    </message>
    <message>
        <source>MS-SNTP without signer</source>
        <translation>没有签名服务的 MS-SNTP</translation>
    </message>
    <message>
        <source>Requests of domain members for which the signing service could not be reached.</source>
        <translation>因连不上签名服务而未能处理的域成员请求数。</translation>
    </message>
    <message>
        <source>MS-SNTP signed</source>
        <translation>已签名的 MS-SNTP</translation>
    </message>
    <message>
        <source>Requests of domain members that were answered with a signature.</source>
        <translation>以签名应答的域成员请求数。</translation>
    </message>
    <message>
        <source>MS-SNTP refused</source>
        <translation>被拒绝的 MS-SNTP</translation>
    </message>
    <message>
        <source>Requests of domain members that the signing service refused to sign.</source>
        <translation>签名服务拒绝签名的域成员请求数。</translation>
    </message>
    <message>
        <source>Time of MS-SNTP signing</source>
        <translation>MS-SNTP 签名用时</translation>
    </message>
    <message>
        <source>Seconds that signing took, waiting included.</source>
        <translation>签名所用的秒数，含等待。</translation>
    </message>
    <message>
        <source>Time of MS-SNTP refusals</source>
        <translation>MS-SNTP 拒绝用时</translation>
    </message>
    <message>
        <source>Seconds that refused requests took, waiting included.</source>
        <translation>被拒绝的请求所用的秒数，含等待。</translation>
    </message>
    <message>
        <source>Slowest MS-SNTP signing</source>
        <translation>最慢的 MS-SNTP 签名</translation>
    </message>
    <message>
        <source>Seconds that the slowest signing took.</source>
        <translation>最慢的一次签名所用的秒数。</translation>
    </message>
    <message>
        <source>Slowest MS-SNTP refusal</source>
        <translation>最慢的 MS-SNTP 拒绝</translation>
    </message>
    <message>
        <source>Seconds that the slowest refused request took.</source>
        <translation>最慢的一次被拒绝的请求所用的秒数。</translation>
    </message>
    <message>
        <source>No server has been found yet; they are sought by: %1.</source>
        <translation>尚未找到服务器；正由以下各行寻找：%1。</translation>
    </message>
    <message>
        <source>Look whether a server answers there, and whether it is trusted: who is sought by manycast must sign with a trusted key.</source>
        <translation>请查看那里是否有服务器应答，以及它是否受信任：由多播客户端（manycast）找到的服务器必须用受信任的密钥签名。</translation>
    </message>
    <message>
        <source>No source can be asked: the other checks say why.</source>
        <translation>没有可以询问的源：其他检查说明了原因。</translation>
    </message>
    <message>
        <source>Write &quot;trustedkey %2&quot; into ntp.conf; keys that are trusted already stay on that line.</source>
        <translation>请在 ntp.conf 中写入 &quot;trustedkey %2&quot;；已受信任的密钥仍保留在该行中。</translation>
    </message>
    <message>
        <source>Time is broadcast to %1 from now on.</source>
        <translation>从现在起向 %1 广播时间。</translation>
    </message>
    <message>
        <source>Time is no longer broadcast to %1.</source>
        <translation>不再向 %1 广播时间。</translation>
    </message>
    <message>
        <source>Servers are sought at %1 from now on.</source>
        <translation>从现在起在 %1 寻找服务器。</translation>
    </message>
    <message>
        <source>Servers are no longer sought at %1.</source>
        <translation>不再在 %1 寻找服务器。</translation>
    </message>
    <message>
        <source>Servers of the pool %1 are asked for time from now on.</source>
        <translation>从现在起向服务器池 %1 的服务器询问时间。</translation>
    </message>
    <message>
        <source>Servers of the pool %1 are no longer asked for time.</source>
        <translation>不再向服务器池 %1 的服务器询问时间。</translation>
    </message>
    <message>
        <source>The broadcasts of %1 are listened to from now on.</source>
        <translation>从现在起收听 %1 的广播。</translation>
    </message>
    <message>
        <source>The broadcasts of %1 are no longer listened to.</source>
        <translation>不再收听 %1 的广播。</translation>
    </message>
    <message>
        <source>The own clock %1 stands by for the time when all sources are gone.</source>
        <translation>本机时钟 %1 待命，在所有源都失效时使用。</translation>
    </message>
    <message>
        <source>The own clock %1 no longer stands by.</source>
        <translation>本机时钟 %1 不再待命。</translation>
    </message>
    <message>
        <source>%1 is not asked: key %3 is not trusted. The line &quot;trustedkey %3&quot; is missing.</source>
        <translation>没有询问 %1：密钥 %3 不受信任。缺少 &quot;trustedkey %3&quot; 这一行。</translation>
    </message>
    <message>
        <source>%1 is not asked: key %3 is not in the keys file.</source>
        <translation>没有询问 %1：密钥 %3 不在密钥文件中。</translation>
    </message>
    <message>
        <source>The offset is known to ±%1, the frequency to ±%2; the next update is expected to find an error of ±%3.</source>
        <translation>偏移的不确定度为 ±%1，频率为 ±%2；下一次更新预期会发现 ±%3 的误差。</translation>
    </message>
    <message>
        <source>not asked: its key is not trusted</source>
        <translation>没有询问：它的密钥不受信任</translation>
    </message>
    <message>
        <source>not asked: its key is not in the keys file</source>
        <translation>没有询问：它的密钥不在密钥文件中</translation>
    </message>
    <message>
        <source>time is broadcast to it</source>
        <translation>向它广播时间</translation>
    </message>
    <message>
        <source>servers are sought there; those found have rows of their own</source>
        <translation>在那里寻找服务器；找到的服务器各有一行</translation>
    </message>
    <message>
        <source>its servers have rows of their own</source>
        <translation>它的服务器各有一行</translation>
    </message>
    <message>
        <source>not asked: key %1 is not trusted; &quot;trustedkey %1&quot; is missing</source>
        <translation>没有询问：密钥 %1 不受信任；缺少 &quot;trustedkey %1&quot;</translation>
    </message>
    <message>
        <source>not asked: key %1 is not in the keys file</source>
        <translation>没有询问：密钥 %1 不在密钥文件中</translation>
    </message>
    <message>
        <source>Sources that cannot be asked, because their keys are not trusted or not there: %2. Look at &quot;trustedkey&quot; and the keys file.</source>
        <translation>因密钥不受信任或不存在而无法询问的源：%2。请查看 &quot;trustedkey&quot; 和密钥文件。</translation>
    </message>
    <message>
        <source>The user of this program may not open the port %1: start it as root, give it the right CAP_NET_BIND_SERVICE, or choose a port from 1024 on.</source>
        <translation>本程序的用户不能打开端口 %1：请以 root 启动、授予权限 CAP_NET_BIND_SERVICE，或选用 1024 以上的端口。</translation>
    </message>
    <message>
        <source>The user of this program may not set the system clock (%1): start it as root, or give it the right CAP_SYS_TIME.</source>
        <translation>本程序的用户不能设置系统时钟（%1）：请以 root 启动，或授予权限 CAP_SYS_TIME。</translation>
    </message>
    <message>
        <source>Only root can become another user (%1): start it as root, or without -u.</source>
        <translation>只有 root 才能变为其他用户（%1）：请以 root 启动，或不用 -u。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the user of this program has no right to. Give that user the folder, or name another file.</source>
        <translation>%1 无法写入：本程序的用户没有权限。请把该目录交给该用户，或改用别的文件。</translation>
    </message>
    <message>
        <source>&quot;logconfig&quot; knows no class and kind of event that are called &quot;%1&quot;: the daemon ignores it, and ntpd logs none of them at all if neither &quot;+&quot; nor &quot;-&quot; stands before it.</source>
        <translation>“logconfig”不认识名为“%1”的类别和事件：时间服务会忽略它；前面没有“+”或“-”时，ntpd 就什么事件也不记录。</translation>
    </message>
    <message>
        <source>The clock would need a correction of %2: that is beyond the panic threshold, so none is made and no time is served.</source>
        <translation>时钟需要 %2 的校正：这超过了紧急阈值，因此既不校正，也不提供时间。</translation>
    </message>
    <message>
        <source>A single bad measurement of %1 was ignored: it was %2 away from those before.</source>
        <translation>忽略了 %1 的一次异常测量：它与之前的相差 %2。</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不够</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有那个文件或目录</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>不是目录</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>是一个目录</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>设备上没有空间</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>无法分配内存</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>地址已在使用</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>无法使用所请求的地址</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>Network is unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>No route to host</source>
        <translation>没有到主机的路由</translation>
    </message>
    <message>
        <source>The clock is only observed, never corrected, as it was asked or because the right to set it (CAP_SYS_TIME) is missing: the log says which. It is off by %1.</source>
        <translation>时钟只被观察，从不校正：要么是这样要求的，要么缺少设定时钟的权限（CAP_SYS_TIME），日志会说明是哪一种。偏差为 %1。</translation>
    </message>
    <message>
        <source>Our engine writes statistics only in their directory: it does not use the name &quot;%1&quot;, and the file keeps its usual one.</source>
        <translation>本引擎只在统计目录里写统计文件：不采用文件名“%1”，该文件保留通常的名字。</translation>
    </message>
    <message>
        <source>No source is followed: the own time is served at stratum %1 from now on (orphan mode).</source>
        <translation>没有可跟随的时间源：从现在起以层级 %1 提供自己的时间（孤岛模式）。</translation>
    </message>
    <message>
        <source>No source answers the daemon: %1 (asked: %2).</source>
        <translation>没有时间源应答守护进程：%1（已询问：%2 个）。</translation>
    </message>
    <message>
        <source>Look whether the network is up, whether a firewall lets UDP port 123 and its answers through, and whether a time service runs there.</source>
        <translation>请查看网络是否连通、防火墙是否放行 UDP 端口 123 及其应答，以及那里是否运行着时间服务。</translation>
    </message>
    <message>
        <source>&quot;restrict&quot; lines hold for the answers of sources, too: add the line &quot;restrict source nomodify notrap noquery&quot;.</source>
        <translation>&quot;restrict&quot; 行对时间源的应答同样有效：请添加一行 &quot;restrict source nomodify notrap noquery&quot;。</translation>
    </message>
    <message>
        <source>%1: not asked. Keys that are not trusted: %2.</source>
        <translation>%1：未询问。不受信任的密钥：%2。</translation>
    </message>
    <message>
        <source>%1: not asked. Keys that are not in the keys file: %2.</source>
        <translation>%1：未询问。密钥文件中没有的密钥：%2。</translation>
    </message>
    <message>
        <source>Put %2 into the file that the &quot;keys&quot; line names, as the server has it, and the number into the &quot;trustedkey&quot; line.</source>
        <translation>请把密钥 %2 按服务器上的内容写入 &quot;keys&quot; 行所指的文件，并把编号写入 &quot;trustedkey&quot; 行。</translation>
    </message>
    <message>
        <source>Our own &quot;restrict&quot; lines drop the answers of %1.</source>
        <translation>我们自己的 &quot;restrict&quot; 行丢弃了 %1 的应答。</translation>
    </message>
    <message>
        <source>Sources that told us to slow down or to go away: %2. Ask less often, or ask their administrators.</source>
        <translation>要求我们放慢或不再询问的源：%2 个。请降低询问频率，或联系其管理员。</translation>
    </message>
    <message>
        <source>Sources whose answers our own access rules drop: %2. Look at the &quot;restrict&quot; lines.</source>
        <translation>应答被我们自己的访问规则丢弃的源：%2 个。请查看 &quot;restrict&quot; 行。</translation>
    </message>
    <message>
        <source>The root distance of %3 is beyond the limit, so this time is not believed: it may be wrong by as much.</source>
        <translation>根距离 %3 超出上限，因此这个时间不被采信：误差可能有这么大。</translation>
    </message>
</context>
</TS>
